import type { Run, RunId } from '@switchboard/contracts';
import { Text, UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { actionTitle } from '../../lib/action-title.ts';
import { providersQuery } from '../../lib/queries.ts';
import { RunState } from './run-state.tsx';

/** Runs as a table; the action opens the details. */
export function RunTable({ runs, onOpen }: { runs: readonly Run[]; onOpen: (id: RunId) => void }) {
  const { t } = useTranslation();
  const { data: providers } = useQuery(providersQuery);
  const titleOf = (provider: string) => providers?.items.find(({ id }) => id === provider)?.title ?? provider;
  return (
    <DataTable
      label={t('nav.activity')}
      minWidth={640}
      rows={runs}
      keyOf={({ id }) => id}
      columns={[
        {
          label: t('activity.action'),
          cell: (run) => (
            <>
              <UnstyledButton onClick={() => onOpen(run.id)} c="var(--mantine-color-anchor)" fw={600} fz="sm">
                {actionTitle(run.action)}
              </UnstyledButton>
              <Text size="xs" c="dimmed">
                {titleOf(run.provider)}
              </Text>
            </>
          ),
        },
        { label: t('common.status'), cell: (run) => <RunState status={run.status} /> },
        { label: t('common.account'), cell: (run) => <Text size="sm">{run.accountLabel}</Text> },
        { label: t('activity.via'), cell: (run) => t(`runVia.${run.via}`) },
        {
          label: t('activity.duration'),
          className: 'swb-nowrap',
          cell: (run) => (run.durationMs === undefined ? '–' : t('activity.ms', { ms: Math.round(run.durationMs) })),
        },
        { label: t('activity.when'), cell: (run) => <RelativeTime at={run.startedAt} /> },
      ]}
    />
  );
}
