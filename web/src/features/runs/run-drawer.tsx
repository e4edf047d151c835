import type { RunId } from '@switchboard/contracts';
import { Alert, Drawer, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { JsonView } from '../../components/json-view.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { UndoRun } from '../../components/undo-run.tsx';
import { useFormat } from '../../lib/use-format.ts';
import { providerQuery } from '../../lib/queries.ts';
import { actionTitle } from '../../lib/action-title.ts';
import { runQuery } from './api.ts';
import { RunState } from './run-state.tsx';

/** One run with what was sent and what came back; secrets are masked. */
export function RunDrawer({ runId, onClose }: { runId: RunId | undefined; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data: run, error } = useQuery(runQuery(runId));
  const { data: provider } = useQuery({ ...providerQuery(run?.provider ?? ''), enabled: run !== undefined });
  const action = provider?.actions.find(({ ref }) => ref === run?.action);
  const undoable = action?.undo && run?.status === 'succeeded' && run.proposalId === undefined;
  return (
    <Drawer
      opened={runId !== undefined}
      onClose={onClose}
      size="lg"
      title={run ? (action?.title ?? actionTitle(run.action)) : t('activity.run')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <ProblemNote error={error} />
      {!run && !error && <Skeleton height={240} />}
      {run && (
        <Stack>
          <Group>
            <RunState status={run.status} />
            <Text size="sm" className="swb-mono">
              {run.action}
            </Text>
            <Text size="sm">{run.accountLabel}</Text>
            <Text size="sm" c="dimmed">
              {format.moment(run.startedAt)}
            </Text>
          </Group>
          {run.error && (
            <Alert color="red" title={run.error.code}>
              {run.error.message}
            </Alert>
          )}
          {undoable && run && <UndoRun key={run.id} runId={run.id} />}
          <Title order={3} fz="md">
            {t('activity.request')}
          </Title>
          <JsonView value={run.input} label={t('activity.request')} />
          {run.output !== undefined && (
            <>
              <Title order={3} fz="md">
                {t('activity.response')}
              </Title>
              <JsonView value={run.output} label={t('activity.response')} />
            </>
          )}
          {run.traceId && (
            <Text size="xs" c="dimmed" className="swb-mono">
              {t('problem.trace', { traceId: run.traceId })}
            </Text>
          )}
        </Stack>
      )}
    </Drawer>
  );
}
