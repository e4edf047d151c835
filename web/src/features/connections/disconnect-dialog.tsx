import type { Connection } from '@switchboard/contracts';
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useConnectionActions } from './api.ts';
import { Receipt } from './receipt.tsx';

interface Props {
  connection: Connection;
  /** `gone`: the connection was disconnected. */
  onClose: (gone: boolean) => void;
}

/** Asks, disconnects, and shows what was done at each step. */
export function DisconnectDialog({ connection, onClose }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { disconnect } = useConnectionActions(connection.id);
  const receipt = disconnect.data;
  const leave = () => {
    onClose(receipt !== undefined);
    if (receipt) void navigate('/connections');
  };
  return (
    <Modal
      opened
      onClose={leave}
      title={t(receipt ? 'connections.receipt' : 'connections.disconnectTitle', { name: connection.label })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Stack>
        {receipt ? <Receipt steps={receipt.steps} /> : <Text size="sm">{t('connections.disconnectLead')}</Text>}
        <ProblemNote error={disconnect.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={leave}>
            {t(receipt ? 'common.done' : 'common.cancel')}
          </Button>
          {!receipt && (
            <Button color="red.9" loading={disconnect.isPending} onClick={() => disconnect.mutate()}>
              {t('connections.disconnect')}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}
