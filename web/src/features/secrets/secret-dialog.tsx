import { postSecret, putSecret } from '@switchboard/contracts';
import { PasswordInput, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../components/form-dialog.tsx';
import { type JsonObject, settingsOf } from '../../components/schema-form/json-schema.ts';
import { call } from '../../lib/call.ts';
import { type Service, ServiceFields } from './service-fields.tsx';

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
  const [service, setService] = useState<Service>();
  const [settings, setSettings] = useState<JsonObject>({});
  const save = useMutation({
    mutationFn: () =>
      secret
        ? call(putSecret, { params: { secretId: secret.id }, body: { value } })
        : call(postSecret, { body: { name, value, ...placeOf(service, settings) } }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['secrets'] });
      onClose();
    },
  });
  return (
    <FormDialog
      title={secret ? t('secrets.replaceNamed', { name: secret.name }) : t('secrets.add')}
      pending={save.isPending}
      error={save.error}
      onSubmit={() => save.mutate()}
      onClose={onClose}
    >
      {!secret && (
        <TextInput
          label={t('secrets.name')}
          required
          maxLength={128}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
      )}
      {!secret && (
        <ServiceFields service={service} settings={settings} onService={setService} onSettings={setSettings} />
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
    </FormDialog>
  );
}

const placeOf = (service: Service | undefined, settings: JsonObject) =>
  service
    ? {
        provider: service.provider.id,
        method: service.method.id,
        settings: settingsOf(settings, service.method.settings),
      }
    : {};
