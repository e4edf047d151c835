import { type MethodView, type ProviderView, putProviderClientRoute } from '@switchboard/contracts';
import { Alert, Button, Checkbox, Group, PasswordInput, Stack, TextInput, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../components/problem-note.tsx';
import { call } from '../../lib/call.ts';
import { isProblem } from '../../lib/problem-error.ts';
import { ClientFile } from './client-file.tsx';
import { ClientState } from './client-state.tsx';

/** Client id and secret of one method, typed or from the downloaded file; both are tried at the provider before they are kept. */
export function ClientForm({ provider, method }: { provider: ProviderView; method: MethodView }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [clientId, setClientId] = useState(method.client?.clientId ?? '');
  const [clientSecret, setClientSecret] = useState('');
  const [unchecked, setUnchecked] = useState(false);
  const save = useMutation({
    mutationFn: (clientJson: string | undefined) =>
      call(putProviderClientRoute, {
        params: { provider: provider.id },
        body: {
          method: method.id,
          unchecked,
          ...(clientJson === undefined ? { clientId, ...(clientSecret && { clientSecret }) } : { clientJson }),
        },
      }),
    onSuccess: async (stored) => {
      setClientSecret('');
      setClientId(stored.methods.find(({ id }) => id === method.id)?.client?.clientId ?? clientId);
      await client.invalidateQueries({ queryKey: ['providers'] });
    },
  });
  const several = provider.methods.length > 1;
  const title = several ? `${t('providers.client')}: ${method.title}` : t('providers.client');
  return (
    <section className="swb-card swb-section" aria-label={title}>
      <Stack>
        <Title order={2}>{title}</Title>
        {method.client && <ClientState provider={provider} method={method} client={method.client} />}
        {method.client?.source === 'environment' ? (
          <Alert color="blue">{t('providers.fromEnvironment')}</Alert>
        ) : (
          <form
            onSubmit={(event) => {
              event.preventDefault();
              save.mutate(undefined);
            }}
          >
            <Stack>
              {provider.setUp?.clientFile && <ClientFile onText={(text) => save.mutate(text)} />}
              <TextInput
                label={t('providers.clientId')}
                required
                autoComplete="off"
                value={clientId}
                onChange={(event) => setClientId(event.currentTarget.value)}
              />
              <PasswordInput
                label={t('providers.clientSecret')}
                description={method.client ? t('providers.secretKept') : undefined}
                required={method.kind === 'oauth2'}
                autoComplete="off"
                value={clientSecret}
                onChange={(event) => setClientSecret(event.currentTarget.value)}
              />
              <ProblemNote error={save.error} />
              {(isProblem(save.error, 'provider_misconfigured') || unchecked) && (
                <Checkbox
                  label={t('providers.unchecked')}
                  checked={unchecked}
                  onChange={(event) => setUnchecked(event.currentTarget.checked)}
                />
              )}
              {save.isSuccess && (
                <Alert color="green" role="status" title={t('providers.saved')}>
                  {save.data.notes.join(' ')}
                </Alert>
              )}
              <Group justify="flex-end">
                <Button type="submit" loading={save.isPending}>
                  {t('providers.tryAndSave')}
                </Button>
              </Group>
            </Stack>
          </form>
        )}
      </Stack>
    </section>
  );
}
