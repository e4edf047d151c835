import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Page } from '../components/page.tsx';

/** An address that is no page. */
export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('notFound.title')} lead={t('notFound.lead')} narrow>
      <Button component={Link} to="/" w="fit-content">
        {t('notFound.home')}
      </Button>
    </Page>
  );
}
