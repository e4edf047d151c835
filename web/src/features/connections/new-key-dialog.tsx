import { type Connection, type MethodView, postReconnect } from '@switchboard/contracts';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyField } from '../../components/connect/key-field.tsx';
import { FormDialog } from '../../components/form-dialog.tsx';
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
    <FormDialog
      title={t('connections.newKey')}
      pending={replace.isPending}
      error={replace.error}
      onSubmit={() => replace.mutate()}
      onClose={onClose}
    >
      <KeyField method={method} value={key} onChange={setKey} />
    </FormDialog>
  );
}
