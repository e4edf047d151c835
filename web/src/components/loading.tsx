import { Center, Loader } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Something is on its way. */
export function Loading() {
  const { t } = useTranslation();
  return (
    <Center mih="40dvh" role="status" aria-label={t('common.loading')}>
      <Loader size="sm" type="dots" />
    </Center>
  );
}
