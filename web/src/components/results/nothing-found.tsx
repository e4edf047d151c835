import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Nothing was found. */
export function NothingFound() {
  const { t } = useTranslation();
  return (
    <Text size="sm" c="dimmed" p="sm">
      {t('results.none')}
    </Text>
  );
}
