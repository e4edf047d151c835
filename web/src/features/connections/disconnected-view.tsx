import type { ConnectionDetail } from '@switchboard/contracts';
import { Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Page } from '../../components/page.tsx';
import { ConnectionTimeline } from './connection-timeline.tsx';
import { Receipt } from './receipt.tsx';

/** What is left of an account that was disconnected: its receipt and what happened to it. */
export function DisconnectedView({ connection }: { connection: ConnectionDetail }) {
  const { t } = useTranslation();
  const { providerTitle, receipt = [], timeline } = connection;
  return (
    <Page title={t('connections.receipt', { name: providerTitle })} narrow>
      <Text c="dimmed">{t('connections.receiptLead')}</Text>
      <Title order={2}>{t('connections.receiptTitle')}</Title>
      <Receipt steps={receipt} />
      <ConnectionTimeline entries={timeline} features={[]} />
    </Page>
  );
}
