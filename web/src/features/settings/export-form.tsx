import { postConnectionsExport } from '@switchboard/contracts';
import { Alert, Button, Group, PasswordInput, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../components/problem-note.tsx';
import { call } from '../../lib/call.ts';
import { saveText } from '../../lib/save-text.ts';
import { ReconnectList } from './reconnect-list.tsx';

/** Packs all connections of the person into a file; the passphrase is typed twice and kept nowhere. */
export function ExportForm() {
  const { t } = useTranslation();
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const pack = useMutation({
    mutationFn: () => call(postConnectionsExport, { body: { passphrase } }),
    onSuccess: ({ bundle, fileName }) => {
      saveText(bundle, fileName);
      setPassphrase('');
      setAgain('');
    },
  });
  const differs = again !== '' && again !== passphrase;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (again === passphrase) pack.mutate();
      }}
    >
      <Stack>
        <Text size="sm">{t('bundle.exportLead')}</Text>
        <PasswordInput
          label={t('bundle.passphrase')}
          description={t('bundle.passphraseLead')}
          autoComplete="new-password"
          required
          minLength={12}
          maxLength={256}
          value={passphrase}
          onChange={(event) => setPassphrase(event.currentTarget.value)}
        />
        <PasswordInput
          label={t('bundle.again')}
          autoComplete="new-password"
          required
          value={again}
          error={differs ? t('bundle.differs') : undefined}
          onChange={(event) => setAgain(event.currentTarget.value)}
        />
        <ProblemNote error={pack.error} />
        {pack.isSuccess && (
          <Alert color="green" role="status" title={t('bundle.exported', { name: pack.data.fileName })}>
            {t('bundle.carried', { count: pack.data.carried.length })}
          </Alert>
        )}
        {pack.isSuccess && <ReconnectList items={pack.data.reconnect} />}
        <Group justify="flex-end">
          <Button type="submit" loading={pack.isPending}>
            {t('bundle.export')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
