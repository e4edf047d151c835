import { type Connection, type MethodView, postReconnect } from '@switchboard/contracts';
import { Button, Group, Modal, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyField } from '../../components/connect/key-field.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { call } from '../../lib/call.ts';

interface Props {
  connection: Connection;
  method: MethodView;
  onClose: () => void;
}

/** Another key for the same account: it is tried, then takes the old one's place. */
export function NewKeyDialog({ connection, method, onClose }: Props) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [key, setKey] = useState('');
  const replace = useMutation({
    mutationFn: () => call(postReconnect, { params: { connectionId: connection.id }, body: { key: key.trim() } }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['connections'] });
      notifications.show({ color: 'green', message: t('connections.keyReplaced') });
      onClose();
    },
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('connections.newKey')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          replace.mutate();
        }}
      >
        <Stack>
          <KeyField method={method} value={key} onChange={setKey} />
          <ProblemNote error={replace.error} />
          <Group justify="flex-end">
            <Button type="submit" loading={replace.isPending}>
              {t('common.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
