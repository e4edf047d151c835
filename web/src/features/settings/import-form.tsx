import { postConnectionsImport } from '@switchboard/contracts';
import { Alert, Button, FileInput, Group, PasswordInput, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../components/problem-note.tsx';
import { call } from '../../lib/call.ts';
import { ReconnectList } from './reconnect-list.tsx';

/** Unpacks a file of connections; what is here already stays as it is. */
export function ImportForm() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [passphrase, setPassphrase] = useState('');
  const unpack = useMutation({
    mutationFn: async (chosen: File) =>
      call(postConnectionsImport, { body: { passphrase, bundle: (await chosen.text()).trim() } }),
    onSuccess: async () => {
      setPassphrase('');
      await client.invalidateQueries({ queryKey: ['connections'] });
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (file) unpack.mutate(file);
      }}
    >
      <Stack>
        <Text size="sm">{t('bundle.importLead')}</Text>
        <FileInput label={t('bundle.file')} required clearable value={file} onChange={setFile} />
        <PasswordInput
          label={t('bundle.passphrase')}
          autoComplete="off"
          required
          value={passphrase}
          onChange={(event) => setPassphrase(event.currentTarget.value)}
        />
        <ProblemNote error={unpack.error} />
        {unpack.isSuccess && (
          <Alert color="green" role="status" title={t('bundle.imported', { count: unpack.data.imported.length })}>
            {t('bundle.kept', { count: unpack.data.kept.length })}
          </Alert>
        )}
        {unpack.isSuccess && <ReconnectList items={unpack.data.reconnect} />}
        <Group justify="flex-end">
          <Button type="submit" loading={unpack.isPending}>
            {t('bundle.import')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
