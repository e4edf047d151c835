import { type Connection, postConnection, postFeatures, type ProviderView } from '@switchboard/contracts';
import { Badge, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { call } from '../../lib/call.ts';
import { ProviderMark } from '../provider-mark.tsx';
import { defaultsOf, filled, settingsOf } from '../schema-form/json-schema.ts';
import { ConnectForm, type Entries } from './connect-form.tsx';
import { FlowNote } from './flow-note.tsx';
import { firstChoice, takesKey } from './methods.ts';
import { useConnectFlow } from './use-connect-flow.ts';

interface Props {
  provider: ProviderView;
  /** Set to ask for more on this connection; left out for a new one. */
  connection?: Connection;
  returnTo: string;
  onClose: () => void;
}

/** The connect window: what will be accessed, what the provider needs to know, then the provider itself. */
export function ConnectDialog({ provider, connection, returnTo, onClose }: Props) {
  const { t } = useTranslation();
  const { methods } = provider;
  const begunWith = (id: string | undefined): Entries => {
    const method = methods.find((one) => one.id === id) ?? methods.find(({ ready }) => ready) ?? methods[0]!;
    const features = connection ? [] : firstChoice(method);
    return { method, features, settings: defaultsOf(method.settings), key: '', clientId: '', clientSecret: '' };
  };
  const [entries, setEntries] = useState(() => begunWith(connection?.method));
  const { state, begin } = useConnectFlow();
  const done = state.step === 'ended' && (state.connection || state.flow?.status === 'succeeded');

  const start = () => {
    const { method, features, settings, key, clientId, clientSecret } = entries;
    const chosen = [...features];
    return begin(
      () =>
        connection
          ? call(postFeatures, { params: { connectionId: connection.id }, body: { features: chosen, returnTo } })
          : call(postConnection, {
              body: {
                provider: provider.id,
                method: method.id,
                features: chosen,
                returnTo,
                settings: settingsOf(settings, method.settings),
                ...(takesKey(method) ? { key: key.trim() } : {}),
                ...(method.ownClient ? filled({ clientId, clientSecret }) : {}),
              },
            }),
      !takesKey(entries.method),
    );
  };

  return (
    <Modal
      opened
      onClose={onClose}
      size="md"
      closeButtonProps={{ 'aria-label': t('common.close') }}
      title={
        <Group gap="sm" wrap="nowrap">
          <ProviderMark id={provider.id} title={provider.title} size={32} />
          <Text fw={650} component="span">
            {t(connection ? 'connect.moreTitle' : 'connect.title', { provider: provider.title })}
          </Text>
          {provider.environment === 'sandbox' && <Badge color="blue">{t('common.sandbox')}</Badge>}
        </Group>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void start();
        }}
      >
        <Stack>
          {!done && (
            <ConnectForm
              provider={provider}
              entries={entries}
              {...(connection ? { granted: connection.features } : {})}
              error={state.step === 'failed' ? state.error : undefined}
              onMethod={(id) => setEntries(begunWith(id))}
              onChange={setEntries}
            />
          )}
          <FlowNote
            state={state}
            settings={entries.method.settings}
            provider={provider.title}
            nameOfFeature={(id) => entries.method.features.find((feature) => feature.id === id)?.title ?? id}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t(done ? 'common.done' : 'common.cancel')}
            </Button>
            {done && !connection && (
              <Button component={Link} to="/assistant">
                {t('connect.askAssistant')}
              </Button>
            )}
            {!done && (
              <Button
                type="submit"
                disabled={entries.method.features.length > 0 && entries.features.length === 0}
                loading={state.step === 'starting'}
              >
                {t(continueWord(state.step, takesKey(entries.method)), { provider: provider.title })}
              </Button>
            )}
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

const continueWord = (step: string, byKey: boolean) =>
  step === 'waiting' ? 'connect.openAgain' : byKey ? 'connect.withKey' : 'connect.continue';
