import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

/** The way to what is left of disconnected accounts. */
export function ReceiptsLink() {
  const { t } = useTranslation();
  return (
    <Anchor component={Link} to="/connections?status=disconnected" size="sm" w="fit-content">
      {t('connections.receipts')}
    </Anchor>
  );
}
