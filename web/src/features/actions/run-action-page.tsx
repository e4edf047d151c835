import { ActionRef, type ActionView, ConnectionId, postConnectionAction, RunId } from '@switchboard/contracts';
import { Anchor, Badge, Group, Skeleton, Stack, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { Page } from '../../components/page.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { ResultView } from '../../components/results/result-view.tsx';
import { ChoicesOf } from '../../components/schema-form/choices.ts';
import { asObject, asSchema, type JsonObject, withoutFiles } from '../../components/schema-form/json-schema.ts';
import { SchemaForm } from '../../components/schema-form/schema-form.tsx';
import { UndoRun } from '../../components/undo-run.tsx';
import { exchange } from '../../lib/call.ts';
import { localProblem } from '../../lib/problem-error.ts';
import { connectionQuery, providerQuery } from '../../lib/queries.ts';

/** One page for every action of every provider: the form comes from the action's own schema. */
export function RunActionPage() {
  const { t } = useTranslation();
  const { connectionId, provider: providerId, name } = useParams();
  const action = `${providerId}.${name}`;
  const id = ConnectionId.safeParse(connectionId);
  const ref = ActionRef.safeParse(action);
  const { data: provider, error } = useQuery({ ...providerQuery(providerId ?? ''), enabled: ref.success });
  const view = provider?.actions.find((candidate) => candidate.ref === action);
  if (id.success && provider && view)
    return <RunAction key={view.ref} connectionId={id.data} view={view} actions={provider.actions} />;
  return (
    <Page title={t('actions.title')} narrow>
      {provider || !ref.success || error ? (
        <ProblemNote error={error ?? localProblem('action_unknown')} />
      ) : (
        <Skeleton height={240} radius="lg" />
      )}
    </Page>
  );
}

interface Props {
  connectionId: ConnectionId;
  view: ActionView;
  /** All of the provider's; lists among them give a form its choices. */
  actions: readonly ActionView[];
}

function RunAction({ connectionId, view, actions }: Props) {
  const { t } = useTranslation();
  const client = useQueryClient();
  /** What would be destroyed, while the person is asked once more. */
  const [asking, setAsking] = useState<JsonObject>();
  const choices = useMemo(() => {
    const asks = new Map(actions.map(({ ref, input }) => [ref as string, (asSchema(input).required ?? []).length > 0]));
    return { connectionId, asksNothing: (action: string) => asks.get(action) === false };
  }, [connectionId, actions]);
  const { data: connection } = useQuery(connectionQuery(connectionId));
  const run = useMutation({
    mutationFn: async (input: JsonObject) => {
      const { answer, headers } = await exchange(postConnectionAction, {
        params: { connectionId, action: view.ref },
        body: input as Parameters<typeof JSON.stringify>[0],
      });
      return { output: answer, runId: RunId.safeParse(headers.get('x-run-id')).data };
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['runs'] }),
  });
  return (
    <Page title={view.title} lead={view.description} narrow>
      <Group gap="xs">
        <Anchor component={Link} to={`/connections/${connectionId}`}>
          {connection ? [connection.providerTitle, connection.label].filter(Boolean).join(' · ') : t('connections.one')}
        </Anchor>
        <Badge color="gray">{t(`effect.${view.effect}`)}</Badge>
        {view.effect !== 'read' && (
          <Badge color="gray">{t(view.undo ? 'proposal.undoable' : 'proposal.notUndoable')}</Badge>
        )}
      </Group>
      <div className="swb-card swb-section">
        <ChoicesOf value={choices}>
          <SchemaForm
            schema={view.input}
            examples={view.examples.map((example) => withoutFiles(asObject(example), view.input))}
            submitLabel={t(view.effect === 'read' ? 'actions.lookUp' : 'actions.run')}
            pending={run.isPending}
            error={run.error}
            onSubmit={(input) => (view.effect === 'destroy' ? setAsking(input) : run.mutate(input))}
          />
        </ChoicesOf>
      </div>
      <ConfirmDialog
        opened={asking !== undefined}
        title={t('actions.sure', { action: view.title })}
        confirmLabel={view.title}
        pending={false}
        error={undefined}
        onConfirm={() => {
          if (asking) run.mutate(asking);
          setAsking(undefined);
        }}
        onClose={() => setAsking(undefined)}
      >
        {t(view.undo ? 'proposal.undoable' : 'proposal.notUndoable')}
      </ConfirmDialog>
      <ProblemNote error={run.error} schema={view.input} />
      {run.isSuccess && (
        <Stack component="section" className="swb-card" gap={0} aria-label={t('actions.result')} role="status">
          <Title order={2} className="swb-section">
            {t('actions.result')}
          </Title>
          <ResultView capability={view.capability} output={run.data.output} />
          {view.undo && run.data.runId && (
            <div className="swb-section">
              <UndoRun key={run.data.runId} runId={run.data.runId} />
            </div>
          )}
        </Stack>
      )}
    </Page>
  );
}
