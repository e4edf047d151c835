import { type Connection, postReconnect, type ProviderView } from '@switchboard/contracts';
import { ActionIcon, Button, Group, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import {
  IconDots,
  IconHeartbeat,
  IconPencil,
  IconPlugOff,
  IconPlugConnected,
  IconPlus,
  IconSettings,
  IconStar,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConnectDialog } from '../../components/connect/connect-dialog.tsx';
import { takesKey } from '../../components/connect/methods.ts';
import { asSchema, type JsonSchema } from '../../components/schema-form/json-schema.ts';
import { call } from '../../lib/call.ts';
import { useConnectionActions } from './api.ts';
import { NewKeyDialog } from './new-key-dialog.tsx';
import { ReconnectDialog } from './reconnect-dialog.tsx';
import { RenameDialog } from './rename-dialog.tsx';
import { SettingsDialog } from './settings-dialog.tsx';
import { useConnectFlow } from '../../components/connect/use-connect-flow.ts';

interface Props {
  connection: Connection;
  provider: ProviderView | undefined;
  /** Asks the page, which stays when the connection is gone, to show the receipt. */
  onDisconnect: () => void;
}

/** Everything one can do with a connection; a lost one shows its button at once. */
export function ConnectionMenu({ connection, provider, onDisconnect }: Props) {
  const { t } = useTranslation();
  const [dialog, setDialog] = useState<'rename' | 'features' | 'reconnect' | 'key' | 'settings'>();
  const actions = useConnectionActions(connection.id);
  const flow = useConnectFlow();
  const close = () => setDialog(undefined);
  const returnTo = `/connections/${connection.id}`;
  const lost = connection.status === 'reconnect_required';
  const method = provider?.methods.find(({ id }) => id === connection.method);
  const byKey = method !== undefined && takesKey(method);
  const editable = editableOf(method?.settings);
  const reconnect = () => {
    if (byKey) {
      setDialog('key');
      return;
    }
    setDialog('reconnect');
    void flow.begin(() => call(postReconnect, { params: { connectionId: connection.id }, body: { returnTo } }));
  };
  const test = () =>
    actions.test.mutate(undefined, {
      onSuccess: ({ ok, message }) =>
        notifications.show({
          color: ok ? 'green' : 'red',
          title: t(ok ? 'connections.works' : 'connections.broken'),
          message,
        }),
      onError: (error) => notifications.show({ color: 'red', title: t('connections.broken'), message: error.message }),
    });

  return (
    <Group>
      {lost && (
        <Button size="xs" onClick={reconnect}>
          {t('connections.reconnect')}
        </Button>
      )}
      <Menu>
        <Menu.Target>
          <ActionIcon
            aria-label={t('connections.menu', { name: connection.label })}
            loading={actions.test.isPending}
            c="dimmed"
            color="gray"
          >
            <IconDots size={20} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconHeartbeat size={16} aria-hidden />} onClick={test}>
            {t('connections.test')}
          </Menu.Item>
          <Menu.Item leftSection={<IconPlugConnected size={16} aria-hidden />} onClick={reconnect}>
            {t(byKey ? 'connections.newKey' : 'connections.reconnect')}
          </Menu.Item>
          {editable && (
            <Menu.Item leftSection={<IconSettings size={16} aria-hidden />} onClick={() => setDialog('settings')}>
              {t('connections.settings')}
            </Menu.Item>
          )}
          <Menu.Item
            leftSection={<IconPlus size={16} aria-hidden />}
            disabled={!provider || method?.kind === 'serviceAccount'}
            onClick={() => setDialog('features')}
          >
            {t('connections.addFeatures')}
          </Menu.Item>
          <Menu.Item leftSection={<IconPencil size={16} aria-hidden />} onClick={() => setDialog('rename')}>
            {t('connections.rename')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconStar size={16} aria-hidden />}
            onClick={() => actions.change.mutate({ defaultFor: [...connection.features] })}
          >
            {t('connections.makeDefault')}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item
            color="var(--mantine-color-error)"
            leftSection={<IconPlugOff size={16} aria-hidden />}
            onClick={onDisconnect}
          >
            {t('connections.disconnect')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {dialog === 'rename' && <RenameDialog connection={connection} onClose={close} />}
      {dialog === 'reconnect' && <ReconnectDialog state={flow.state} provider={provider} onClose={close} />}
      {dialog === 'key' && method && <NewKeyDialog connection={connection} method={method} onClose={close} />}
      {dialog === 'settings' && editable && (
        <SettingsDialog connection={connection} schema={editable} onClose={close} />
      )}
      {dialog === 'features' && provider && (
        <ConnectDialog provider={provider} connection={connection} returnTo={returnTo} onClose={close} />
      )}
    </Group>
  );
}

/** The settings that may be changed later, or undefined where there are none. */
function editableOf(settings: unknown): JsonSchema | undefined {
  const { properties = {} } = asSchema(settings);
  const editable = Object.entries(properties).filter(([, field]) => field.editable);
  return editable.length > 0 ? { type: 'object', properties: Object.fromEntries(editable) } : undefined;
}
