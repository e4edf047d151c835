import { type ProviderView, putProviderClientRoute } from '@switchboard/contracts';
import { Alert, Button, FileButton, Group, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { ProblemNote } from '../../components/problem-note.tsx';
import { call } from '../../lib/call.ts';

const entry = z.object({ client_id: z.string(), client_secret: z.string() });
/** The file a provider's console offers: the client at its top or under `web` or `installed`. */
const ClientFile = z.union([
  entry,
  z.object({ web: entry }).transform(({ web }) => web),
  z.object({ installed: entry }).transform(({ installed }) => installed),
]);

/** Client id and secret, typed or from the downloaded file; the secret can be replaced and never read back. */
export function ClientForm({ provider }: { provider: ProviderView }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [clientId, setClientId] = useState(provider.client?.clientId ?? '');
  const [clientSecret, setClientSecret] = useState('');
  const [unreadable, setUnreadable] = useState(false);
  const save = useMutation({
    mutationFn: () =>
      call(putProviderClientRoute, { params: { provider: provider.id }, body: { clientId, clientSecret } }),
    onSuccess: () => {
      setClientSecret('');
      return client.invalidateQueries({ queryKey: ['providers'] });
    },
  });
  const readFile = async (file: File | null) => {
    const parsed = ClientFile.safeParse(JSON.parse((await file?.text().catch(() => '')) || 'null'));
    setUnreadable(!parsed.success);
    if (!parsed.success) return;
    setClientId(parsed.data.client_id);
    setClientSecret(parsed.data.client_secret);
  };
  if (provider.client?.source === 'environment') return <Alert color="blue">{t('providers.fromEnvironment')}</Alert>;

  return (
    <section className="swb-card swb-section" aria-label={t('providers.client')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <Stack>
          <Group justify="space-between">
            <Title order={2}>{t('providers.client')}</Title>
            <FileButton
              onChange={(file) => void readFile(file).catch(() => setUnreadable(true))}
              accept="application/json,.json"
            >
              {(props) => (
                <Button {...props} variant="default" size="xs" leftSection={<IconUpload size={16} aria-hidden />}>
                  {t('providers.file')}
                </Button>
              )}
            </FileButton>
          </Group>
          {unreadable && (
            <Text size="sm" c="var(--mantine-color-error)" role="alert">
              {t('providers.unreadable')}
            </Text>
          )}
          <TextInput
            label={t('providers.clientId')}
            required
            autoComplete="off"
            value={clientId}
            onChange={(event) => setClientId(event.currentTarget.value)}
          />
          <PasswordInput
            label={t('providers.clientSecret')}
            description={provider.client ? t('providers.secretKept') : undefined}
            required
            autoComplete="off"
            value={clientSecret}
            onChange={(event) => setClientSecret(event.currentTarget.value)}
          />
          <ProblemNote error={save.error} />
          {save.isSuccess && (
            <Alert color="green" role="status">
              {t('providers.saved')}
            </Alert>
          )}
          <Group justify="flex-end">
            <Button type="submit" loading={save.isPending}>
              {t('common.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </section>
  );
}
