import type { Connection } from '@switchboard/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SettingsFields } from '../../components/connect/settings-fields.tsx';
import { FormDialog } from '../../components/form-dialog.tsx';
import { ChoicesOf } from '../../components/schema-form/choices.ts';
import { filled, type JsonObject, type JsonSchema } from '../../components/schema-form/json-schema.ts';
import { useConnectionActions } from './api.ts';

interface Props {
  connection: Connection;
  schema: JsonSchema;
  onClose: () => void;
}

/** What of a connection can be changed later, as the chat that messages go to unless told. */
export function SettingsDialog({ connection, schema, onClose }: Props) {
  const { t } = useTranslation();
  const [value, setValue] = useState<JsonObject>(() => ({ ...connection.settings }));
  const { change } = useConnectionActions(connection.id);
  const names = Object.keys(schema.properties ?? {});
  const save = () => {
    const settings = Object.fromEntries(Object.entries(filled(value)).filter(([name]) => names.includes(name)));
    change.mutate({ settings: settings as Record<string, string> }, { onSuccess: onClose });
  };
  return (
    <ChoicesOf value={{ connectionId: connection.id }}>
      <FormDialog
        title={t('connections.settings')}
        pending={change.isPending}
        error={change.error}
        fields={{ schema, within: 'settings' }}
        onSubmit={save}
        onClose={onClose}
      >
        <SettingsFields schema={schema} value={value} error={change.error} onChange={setValue} />
      </FormDialog>
    </ChoicesOf>
  );
}
