import { type Connection, postConnection, postFeatures, type ProviderView } from '@switchboard/contracts';
import { Badge, Button, Group, Modal, PasswordInput, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { call } from '../../lib/call.ts';
import { ProviderMark } from '../provider-mark.tsx';
import { asObject, asSchema, filled, type JsonObject } from '../schema-form/json-schema.ts';
import { SchemaField } from '../schema-form/schema-field.tsx';
import { FeatureBoxes } from './feature-boxes.tsx';
import { FlowNote } from './flow-note.tsx';
import { useConnectFlow } from './use-connect-flow.ts';

interface Props {
  provider: ProviderView;
  /** Set to ask for more on this connection; left out for a new one. */
  connection?: Connection;
  returnTo: string;
  onClose: () => void;
}

const readsOnly = (id: string) => !/\.(write|send|modify)$/.test(id);

/** The connect window: what will be accessed, what the provider needs to know, then the provider itself. */
export function ConnectDialog({ provider, connection, returnTo, onClose }: Props) {
  const { t } = useTranslation();
  const granted = connection?.features ?? [];
  const [chosen, setChosen] = useState(() =>
    connection ? [] : provider.features.filter(({ id, required }) => required || readsOnly(id)).map(({ id }) => id),
  );
  const [settings, setSettings] = useState<JsonObject>({});
  const [key, setKey] = useState('');
  const { state, begin } = useConnectFlow();
  const byKey = !provider.authKinds.includes('oauth2');
  const done = state.step === 'ended' && (state.connection || state.flow?.status === 'succeeded');

  const start = () =>
    begin(
      () =>
        connection
          ? call(postFeatures, { params: { connectionId: connection.id }, body: { features: chosen, returnTo } })
          : call(postConnection, {
              body: {
                provider: provider.id,
                features: chosen,
                returnTo,
                settings: filled(settings) as Record<string, string>,
                ...(byKey ? { key } : {}),
              },
            }),
      !byKey,
    );

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
            <>
              <Text size="sm">{t('connect.lead', { provider: provider.title })}</Text>
              <FeatureBoxes features={provider.features} chosen={chosen} granted={granted} onChange={setChosen} />
              {!connection &&
                Object.entries(asSchema(provider.settings).properties ?? {}).map(([name, schema]) => (
                  <SchemaField
                    key={name}
                    name={name}
                    schema={schema}
                    required={asSchema(provider.settings).required?.includes(name)}
                    value={asObject(settings)[name]}
                    onChange={(next) => setSettings((before) => ({ ...before, [name]: next }))}
                  />
                ))}
              {byKey && (
                <PasswordInput
                  label={t('connect.key')}
                  description={t('connect.keyLead')}
                  value={key}
                  autoComplete="off"
                  required
                  onChange={(event) => setKey(event.currentTarget.value)}
                />
              )}
            </>
          )}
          <FlowNote
            state={state}
            provider={provider.title}
            nameOfFeature={(id) => provider.features.find((feature) => feature.id === id)?.title ?? id}
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
              <Button type="submit" disabled={chosen.length === 0} loading={state.step === 'starting'}>
                {t(state.step === 'waiting' ? 'connect.openAgain' : 'connect.continue', { provider: provider.title })}
              </Button>
            )}
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
