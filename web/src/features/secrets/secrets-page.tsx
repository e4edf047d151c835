import { deleteSecretRoute, getSecrets, postSecretTest } from '@switchboard/contracts';
import { Button, Skeleton } from '@mantine/core';
import { IconLock, IconPlus } from '@tabler/icons-react';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { EmptyNote } from '../../components/empty-note.tsx';
import { Page } from '../../components/page.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { call } from '../../lib/call.ts';
import { SecretDialog } from './secret-dialog.tsx';
import { SecretTable } from './secret-table.tsx';
import { UsesDialog } from './uses-dialog.tsx';

export const secretsQuery = queryOptions({
  queryKey: ['secrets'],
  queryFn: ({ signal }) => call(getSecrets, { signal }),
});

interface Named {
  id: string;
  name: string;
}

/** Third-party keys in the vault: replaced and deleted, never read back. */
export function SecretsPage() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { data, error, isPending } = useQuery(secretsQuery);
  const [editing, setEditing] = useState<Named | 'new'>();
  const [looking, setLooking] = useState<Named>();
  const [leaving, setLeaving] = useState<Named>();
  const remove = useMutation({
    mutationFn: (secretId: string) => call(deleteSecretRoute, { params: { secretId } }),
    onSuccess: () => setLeaving(undefined),
    onSettled: () => client.invalidateQueries({ queryKey: secretsQuery.queryKey }),
  });
  const test = useMutation({
    mutationFn: (secretId: string) => call(postSecretTest, { params: { secretId } }),
    onSettled: () => client.invalidateQueries({ queryKey: secretsQuery.queryKey }),
  });
  return (
    <Page
      title={t('nav.secrets')}
      lead={t('secrets.lead')}
      actions={
        <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setEditing('new')}>
          {t('secrets.add')}
        </Button>
      }
    >
      <ProblemNote error={error ?? test.error} />
      {isPending && <Skeleton height={140} radius="lg" />}
      {data?.items.length === 0 && (
        <EmptyNote Icon={IconLock} title={t('secrets.empty')}>
          {t('secrets.emptyLead')}
        </EmptyNote>
      )}
      {data && data.items.length > 0 && (
        <SecretTable
          secrets={data.items}
          testing={test.isPending ? test.variables : undefined}
          onTest={({ id }) => test.mutate(id)}
          onLook={setLooking}
          onReplace={setEditing}
          onDelete={setLeaving}
        />
      )}
      {looking && <UsesDialog secret={looking} onClose={() => setLooking(undefined)} />}
      {editing && (
        <SecretDialog secret={editing === 'new' ? undefined : editing} onClose={() => setEditing(undefined)} />
      )}
      <ConfirmDialog
        opened={leaving !== undefined}
        title={t('secrets.deleteTitle')}
        confirmLabel={t('common.delete')}
        pending={remove.isPending}
        error={remove.error}
        onConfirm={() => leaving && remove.mutate(leaving.id)}
        onClose={() => setLeaving(undefined)}
      >
        {t('secrets.deleteLead', { name: leaving?.name ?? '' })}
      </ConfirmDialog>
    </Page>
  );
}
