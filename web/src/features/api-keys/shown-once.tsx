import { Alert, Button, Group, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CopyField } from '../../components/copy-field.tsx';

/** A key, for the only time it is shown. */
export function ShownOnce({ value, onDone }: { value: string; onDone: () => void }) {
  const { t } = useTranslation();
  return (
    <Stack>
      <Alert color="orange">{t('apiKeys.once')}</Alert>
      <CopyField label={t('apiKeys.key')} value={value} />
      <Group justify="flex-end">
        <Button onClick={onDone}>{t('common.done')}</Button>
      </Group>
    </Stack>
  );
}
