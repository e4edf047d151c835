import { deleteSecretRoute, getSecrets, postSecretTest } from '@switchboard/contracts';
import { ActionIcon, Button, Group, Skeleton, Table, Text } from '@mantine/core';
import { IconHeartbeat, IconHistory, IconLock, IconPlus, IconRefresh, IconTrash } from '@tabler/icons-react';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { EmptyNote } from '../../components/empty-note.tsx';
import { Page } from '../../components/page.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { call } from '../../lib/call.ts';
import { SecretCheckView } from './secret-check.tsx';
import { UsesDialog } from './uses-dialog.tsx';
import { SecretDialog } from './secret-dialog.tsx';

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
        <Table.ScrollContainer minWidth={520} className="swb-card" scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
          <Table verticalSpacing="sm">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('secrets.name')}</Table.Th>
                <Table.Th>{t('secrets.lastFour')}</Table.Th>
                <Table.Th>{t('secrets.age')}</Table.Th>
                <Table.Th>{t('secrets.check')}</Table.Th>
                <Table.Th>{t('common.actions')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {data.items.map((secret) => (
                <Table.Tr key={secret.id}>
                  <Table.Td>
                    <Text fw={600} size="sm">
                      {secret.name}
                    </Text>
                    <Text size="xs" c="dimmed">
                      {[secret.account, ...secret.connections.map(({ label }) => label)].filter(Boolean).join(' · ')}
                    </Text>
                  </Table.Td>
                  <Table.Td className="swb-mono">…{secret.lastFour}</Table.Td>
                  <Table.Td>
                    <RelativeTime at={secret.rotatedAt ?? secret.createdAt} />
                    <Text size="xs" c="dimmed">
                      {secret.lastUsedAt ? (
                        <>
                          {t('common.lastUsed')} <RelativeTime at={secret.lastUsedAt} />
                        </>
                      ) : (
                        t('common.neverUsed')
                      )}
                    </Text>
                  </Table.Td>
                  <Table.Td>
                    <SecretCheckView check={secret.check} />
                  </Table.Td>
                  <Table.Td>
                    <Group gap={4} wrap="nowrap">
                      {secret.provider && (
                        <ActionIcon
                          aria-label={t('secrets.testNamed', { name: secret.name })}
                          loading={test.isPending && test.variables === secret.id}
                          onClick={() => test.mutate(secret.id)}
                        >
                          <IconHeartbeat size={18} aria-hidden />
                        </ActionIcon>
                      )}
                      <ActionIcon
                        aria-label={t('secrets.usesNamed', { name: secret.name })}
                        onClick={() => setLooking(secret)}
                      >
                        <IconHistory size={18} aria-hidden />
                      </ActionIcon>
                      <ActionIcon
                        aria-label={t('secrets.replaceNamed', { name: secret.name })}
                        onClick={() => setEditing(secret)}
                      >
                        <IconRefresh size={18} aria-hidden />
                      </ActionIcon>
                      <ActionIcon
                        aria-label={t('secrets.deleteNamed', { name: secret.name })}
                        onClick={() => setLeaving(secret)}
                      >
                        <IconTrash size={18} aria-hidden />
                      </ActionIcon>
                    </Group>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
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
