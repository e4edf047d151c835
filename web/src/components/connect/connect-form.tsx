import type { MethodView, ProviderView } from '@switchboard/contracts';
import { Anchor, PasswordInput, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { JsonObject } from '../schema-form/json-schema.ts';
import { FeatureBoxes } from './feature-boxes.tsx';
import { KeyField } from './key-field.tsx';
import { MethodChoice } from './method-choice.tsx';
import { takesKey } from './methods.ts';
import { SettingsFields } from './settings-fields.tsx';

/** What a person has filled in so far. */
export interface Entries {
  readonly method: MethodView;
  readonly features: readonly string[];
  readonly settings: JsonObject;
  readonly key: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

interface Props {
  provider: ProviderView;
  entries: Entries;
  /** Set where more is asked for on an account that is there. */
  granted?: readonly string[];
  /** What the hub refused. */
  error?: unknown;
  onMethod: (id: string) => void;
  onChange: (change: (before: Entries) => Entries) => void;
}

/** What will be accessed and what the provider needs to know. */
export function ConnectForm({ provider, entries, granted, error, onMethod, onChange }: Props) {
  const { t } = useTranslation();
  const { method, features, settings, key, clientId, clientSecret } = entries;
  const isNew = granted === undefined;
  return (
    <>
      <Text size="sm">{t(takesKey(method) ? 'connect.leadKey' : 'connect.lead', { provider: provider.title })}</Text>
      {isNew && <MethodChoice methods={provider.methods} chosen={method} onChange={onMethod} />}
      <FeatureBoxes
        features={method.features}
        chosen={features}
        granted={granted}
        onChange={(chosen) => onChange((before) => ({ ...before, features: chosen }))}
      />
      {isNew && (
        <SettingsFields
          schema={method.settings}
          value={settings}
          error={error}
          onChange={(change) => onChange((before) => ({ ...before, settings: change(before.settings) }))}
        />
      )}
      {isNew && method.ownClient && (
        <>
          <TextInput
            name="clientId"
            label={t('providers.clientId')}
            value={clientId}
            autoComplete="off"
            required
            onChange={({ currentTarget: { value } }) => onChange((before) => ({ ...before, clientId: value }))}
          />
          <PasswordInput
            name="clientSecret"
            label={t('providers.clientSecret')}
            value={clientSecret}
            autoComplete="off"
            onChange={({ currentTarget: { value } }) => onChange((before) => ({ ...before, clientSecret: value }))}
          />
        </>
      )}
      {isNew && takesKey(method) && (
        <KeyField method={method} value={key} onChange={(value) => onChange((before) => ({ ...before, key: value }))} />
      )}
      {isNew && provider.sandboxPage && (takesKey(method) || method.settings !== undefined) && (
        <Text size="sm" c="dimmed">
          {t('connect.sandboxKeys')}{' '}
          <Anchor href={provider.sandboxPage} target="_blank" rel="noreferrer" inherit>
            {t('connect.sandboxPage')}
          </Anchor>
        </Text>
      )}
    </>
  );
}
