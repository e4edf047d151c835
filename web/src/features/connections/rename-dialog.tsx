import type { Connection } from '@switchboard/contracts';
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../components/form-dialog.tsx';
import { useConnectionActions } from './api.ts';

/** Another name for a connection. */
export function RenameDialog({ connection, onClose }: { connection: Connection; onClose: () => void }) {
  const { t } = useTranslation();
  const [label, setLabel] = useState(connection.label);
  const { change } = useConnectionActions(connection.id);
  return (
    <FormDialog
      title={t('connections.rename')}
      pending={change.isPending}
      error={change.error}
      onSubmit={() => change.mutate({ label }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <TextInput
        label={t('connections.name')}
        value={label}
        maxLength={128}
        required
        data-autofocus
        onChange={(event) => setLabel(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
