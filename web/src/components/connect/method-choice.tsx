import type { MethodView } from '@switchboard/contracts';
import { Alert, Radio, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface Props {
  methods: readonly MethodView[];
  chosen: MethodView | undefined;
  onChange: (id: string) => void;
}

/** The ways of connecting, where there are several, and who can use the chosen one. */
export function MethodChoice({ methods, chosen, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <>
      {methods.length > 1 && (
        <Radio.Group label={t('connect.method')} value={chosen?.id ?? ''} onChange={onChange}>
          <Stack gap={6} mt={6}>
            {methods.map(({ id, title, ready }) => (
              <Radio
                key={id}
                value={id}
                label={title}
                disabled={!ready}
                description={ready ? undefined : t('connections.notSetUp')}
              />
            ))}
          </Stack>
        </Radio.Group>
      )}
      {chosen?.note && <Alert color="blue">{chosen.note}</Alert>}
    </>
  );
}
