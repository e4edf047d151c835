import { ApiKeyScope, ConnectionId, postApiKey } from '@switchboard/contracts';
import { Button, Checkbox, Group, NumberInput, Select, SimpleGrid, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../components/form-dialog.tsx';
import { call } from '../../lib/call.ts';
import { connectionsQuery } from '../../lib/queries.ts';
import { useHere } from '../../lib/use-here.ts';
import { apiKeysQuery } from './api.ts';
import { ShownOnce } from './shown-once.tsx';

/** A new key: a name, the least it needs, one connection if that is enough, and an end. */
export function NewKeyDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { data: connections } = useQuery(connectionsQuery);
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<ApiKeyScope[]>(['connections:read', 'actions:read']);
  const [connection, setConnection] = useState<string | null>(null);
  const [days, setDays] = useState(90);
  const here = useHere();
  const create = useMutation({
    mutationFn: () =>
      call(postApiKey, {
        body: { name, scopes, expiresInDays: days, connectionId: ConnectionId.safeParse(connection).data },
        signal: here(),
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: apiKeysQuery.queryKey }),
  });

  return (
    <FormDialog
      title={t(create.data ? 'apiKeys.created' : 'apiKeys.create')}
      pending={create.isPending}
      error={create.error}
      size="lg"
      submitLabel={t('apiKeys.create')}
      disabled={scopes.length === 0}
      beside={
        <Button variant="default" onClick={onClose}>
          {t('common.cancel')}
        </Button>
      }
      outcome={create.data && <ShownOnce value={create.data.key} onDone={onClose} />}
      onSubmit={() => create.mutate()}
      onClose={onClose}
    >
      <TextInput
        label={t('apiKeys.name')}
        placeholder={t('apiKeys.nameExample')}
        required
        maxLength={128}
        data-autofocus
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Checkbox.Group
        label={t('apiKeys.scopes')}
        description={t('apiKeys.scopesLead')}
        value={scopes}
        onChange={(next) => setScopes(next as ApiKeyScope[])}
      >
        <SimpleGrid cols={{ base: 1, sm: 2 }} mt="xs" spacing="xs">
          {ApiKeyScope.options.map((scope) => (
            <Checkbox key={scope} value={scope} label={t(`scope.${scope.replace(':', '_') as 'actions_read'}`)} />
          ))}
        </SimpleGrid>
      </Checkbox.Group>
      <Group grow align="flex-start">
        <Select
          label={t('apiKeys.connection')}
          placeholder={t('apiKeys.anyConnection')}
          clearable
          data={connections?.items.map(({ id, label }) => ({ value: id, label }))}
          value={connection}
          onChange={setConnection}
        />
        <NumberInput
          label={t('apiKeys.days')}
          min={1}
          max={365}
          allowDecimal={false}
          value={days}
          onChange={(next) => setDays(typeof next === 'number' ? next : 90)}
        />
      </Group>
    </FormDialog>
  );
}
