import type { MethodView, ProviderView } from '@switchboard/contracts';
import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { SettingsFields } from '../../components/connect/settings-fields.tsx';
import type { JsonObject } from '../../components/schema-form/json-schema.ts';
import { providersQuery } from '../../lib/queries.ts';

/** The service a key is of, by one of its methods. */
export interface Service {
  readonly provider: ProviderView;
  readonly method: MethodView;
}

const idOf = ({ provider, method }: Service): string => `${provider.id} ${method.id}`;
const servicesOf = (providers: readonly ProviderView[]): Service[] =>
  providers.flatMap((provider) =>
    provider.methods.filter(({ kind }) => kind === 'apiKey').map((method) => ({ provider, method })),
  );

interface Props {
  service: Service | undefined;
  settings: JsonObject;
  onService: (service: Service | undefined) => void;
  onSettings: (change: (before: JsonObject) => JsonObject) => void;
}

/** Which service a key opens, so that it can be tried there; none for a key of anything else. */
export function ServiceFields({ service, settings, onService, onSettings }: Props) {
  const { t } = useTranslation();
  const { data } = useQuery(providersQuery);
  const services = servicesOf(data?.items ?? []);
  return (
    <>
      <Select
        label={t('secrets.service')}
        description={t('secrets.serviceLead')}
        clearable
        searchable
        data={services.map((one) => ({ value: idOf(one), label: `${one.provider.title}: ${one.method.title}` }))}
        value={service ? idOf(service) : null}
        onChange={(id) => onService(services.find((one) => idOf(one) === id))}
      />
      {service && <SettingsFields schema={service.method.settings} value={settings} onChange={onSettings} />}
    </>
  );
}
