import type { Run, RunId } from '@switchboard/contracts';
import { Table, Text, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { RelativeTime } from '../../components/relative-time.tsx';
import { actionTitle } from './action-title.ts';
import { RunState } from './run-state.tsx';

/** Runs as a table; the action opens the details. */
export function RunTable({ runs, onOpen }: { runs: readonly Run[]; onOpen: (id: RunId) => void }) {
  const { t } = useTranslation();
  return (
    <Table.ScrollContainer
      minWidth={640}
      className="swb-card swb-stacks"
      scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}
    >
      <Table verticalSpacing="sm" highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('activity.action')}</Table.Th>
            <Table.Th>{t('common.status')}</Table.Th>
            <Table.Th>{t('common.account')}</Table.Th>
            <Table.Th>{t('activity.via')}</Table.Th>
            <Table.Th>{t('activity.duration')}</Table.Th>
            <Table.Th>{t('activity.when')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {runs.map((run) => (
            <Table.Tr key={run.id}>
              <Table.Td>
                <UnstyledButton onClick={() => onOpen(run.id)} c="var(--mantine-color-anchor)" fw={600} fz="sm">
                  {actionTitle(run.action)}
                </UnstyledButton>
                <Text size="xs" c="dimmed" className="swb-mono">
                  {run.action}
                </Text>
              </Table.Td>
              <Table.Td data-label={t('common.status')}>
                <RunState status={run.status} />
              </Table.Td>
              <Table.Td data-label={t('common.account')}>
                <Text size="sm">{run.accountLabel}</Text>
              </Table.Td>
              <Table.Td data-label={t('activity.via')}>{t(`runVia.${run.via}`)}</Table.Td>
              <Table.Td className="swb-nowrap" data-label={t('activity.duration')}>
                {run.durationMs === undefined ? '–' : t('activity.ms', { ms: Math.round(run.durationMs) })}
              </Table.Td>
              <Table.Td data-label={t('activity.when')}>
                <RelativeTime at={run.startedAt} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
