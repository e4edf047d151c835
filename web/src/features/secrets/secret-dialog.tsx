import { postSecret, putSecret } from '@switchboard/contracts';
import { Button, Group, Modal, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../components/problem-note.tsx';
import { call } from '../../lib/call.ts';

interface Props {
  /** Set to replace this one's value. */
  secret: { id: string; name: string } | undefined;
  onClose: () => void;
}

/** Keeps a key, or a new value for one. */
export function SecretDialog({ secret, onClose }: Props) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [name, setName] = useState(secret?.name ?? '');
  const [value, setValue] = useState('');
  const save = useMutation({
    mutationFn: () =>
      secret
        ? call(putSecret, { params: { secretId: secret.id }, body: { value } })
        : call(postSecret, { body: { name, value } }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['secrets'] });
      onClose();
    },
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={secret ? t('secrets.replaceNamed', { name: secret.name }) : t('secrets.add')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <Stack>
          {!secret && (
            <TextInput
              label={t('secrets.name')}
              required
              maxLength={128}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
          )}
          <PasswordInput
            label={t('secrets.value')}
            description={t('secrets.valueLead')}
            autoComplete="off"
            required
            maxLength={8192}
            value={value}
            onChange={(event) => setValue(event.currentTarget.value)}
          />
          <ProblemNote error={save.error} />
          <Group justify="flex-end">
            <Button type="submit" loading={save.isPending}>
              {t('common.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
