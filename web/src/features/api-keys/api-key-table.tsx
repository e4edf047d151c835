import type { ApiKey } from '@switchboard/contracts';
import { ActionIcon, Badge, Group, Modal, Text, Tooltip } from '@mantine/core';
import { IconRefresh, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { connectionsQuery } from '../../lib/queries.ts';
import { apiKeysQuery, endApiKey, rollApiKey } from './api.ts';
import { ShownOnce } from './shown-once.tsx';

/** The keys with roll and end. */
export function ApiKeyTable({ keys }: { keys: readonly ApiKey[] }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { data: connections } = useQuery(connectionsQuery);
  const [asked, setAsked] = useState<{ what: 'roll' | 'end'; key: ApiKey }>();
  const onSettled = () => client.invalidateQueries({ queryKey: apiKeysQuery.queryKey });
  const done = () => setAsked(undefined);
  const roll = useMutation({ mutationFn: rollApiKey, onSettled, onSuccess: done });
  const end = useMutation({ mutationFn: endApiKey, onSettled, onSuccess: done });
  const mutation = asked?.what === 'roll' ? roll : end;

  return (
    <>
      <DataTable
        label={t('nav.apiKeys')}
        minWidth={680}
        rows={keys}
        keyOf={({ id }) => id}
        columns={[
          {
            label: t('apiKeys.name'),
            cell: (key) => (
              <>
                <Text fw={600} size="sm">
                  {key.name}
                </Text>
                <Text size="xs" c="dimmed" className="swb-mono">
                  {key.prefix}…
                </Text>
              </>
            ),
          },
          {
            label: t('apiKeys.scopes'),
            cell: (key) => (
              <Group gap={4}>
                {key.scopes.map((scope) => (
                  <Badge key={scope} color="gray" size="sm">
                    {t(`scope.${scope.replace(':', '_') as 'actions_read'}`)}
                  </Badge>
                ))}
                {key.connectionId && (
                  <Badge color="blue" size="sm">
                    {connections?.items.find(({ id }) => id === key.connectionId)?.label ?? t('apiKeys.oneConnection')}
                  </Badge>
                )}
              </Group>
            ),
          },
          { label: t('apiKeys.expires'), cell: (key) => <RelativeTime at={key.expiresAt} /> },
          {
            label: t('common.lastUsed'),
            cell: (key) => (key.lastUsedAt ? <RelativeTime at={key.lastUsedAt} /> : t('common.never')),
          },
          {
            label: t('common.actions'),
            cell: (key) => (
              <Group gap={4} wrap="nowrap">
                <Tooltip label={t('apiKeys.roll')}>
                  <ActionIcon
                    aria-label={t('apiKeys.rollNamed', { name: key.name })}
                    onClick={() => setAsked({ what: 'roll', key })}
                  >
                    <IconRefresh size={18} aria-hidden />
                  </ActionIcon>
                </Tooltip>
                <Tooltip label={t('apiKeys.end')}>
                  <ActionIcon
                    aria-label={t('apiKeys.endNamed', { name: key.name })}
                    onClick={() => setAsked({ what: 'end', key })}
                  >
                    <IconTrash size={18} aria-hidden />
                  </ActionIcon>
                </Tooltip>
              </Group>
            ),
          },
        ]}
      />
      <ConfirmDialog
        opened={asked !== undefined}
        title={t(asked?.what === 'roll' ? 'apiKeys.roll' : 'apiKeys.end')}
        confirmLabel={t(asked?.what === 'roll' ? 'apiKeys.roll' : 'apiKeys.end')}
        pending={mutation.isPending}
        error={mutation.error}
        onConfirm={() => asked && mutation.mutate(asked.key.id)}
        onClose={done}
      >
        {t(asked?.what === 'roll' ? 'apiKeys.rollLead' : 'apiKeys.endLead', { name: asked?.key.name ?? '' })}
      </ConfirmDialog>
      <Modal
        opened={roll.data !== undefined}
        onClose={() => roll.reset()}
        title={t('apiKeys.created')}
        closeButtonProps={{ 'aria-label': t('common.close') }}
      >
        {roll.data && <ShownOnce value={roll.data.key} onDone={() => roll.reset()} />}
      </Modal>
    </>
  );
}
