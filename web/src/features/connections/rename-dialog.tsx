import type { Connection } from '@switchboard/contracts';
import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useConnectionActions } from './api.ts';

/** Another name for a connection. */
export function RenameDialog({ connection, onClose }: { connection: Connection; onClose: () => void }) {
  const { t } = useTranslation();
  const [label, setLabel] = useState(connection.label);
  const { change } = useConnectionActions(connection.id);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('connections.rename')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate({ label }, { onSuccess: onClose });
        }}
      >
        <Stack>
          <TextInput
            label={t('connections.name')}
            value={label}
            maxLength={128}
            required
            data-autofocus
            onChange={(event) => setLabel(event.currentTarget.value)}
          />
          <ProblemNote error={change.error} />
          <Group justify="flex-end">
            <Button type="submit" loading={change.isPending}>
              {t('common.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
