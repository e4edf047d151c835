import type { Connection, ProviderView } from '@switchboard/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { ConnectDialog } from '../../components/connect/connect-dialog.tsx';
import { Page } from '../../components/page.tsx';
import { connectionsQuery } from '../../lib/queries.ts';
import { Catalogue } from './catalogue.tsx';
import { ConnectionList } from './connection-list.tsx';
import { DisconnectedList } from './disconnected-list.tsx';
import { ReceiptsLink } from './receipts-link.tsx';
import { DisconnectDialog } from './disconnect-dialog.tsx';

/** Every account a person connected; without any, the catalogue. */
export function ConnectionsPage() {
  const { t } = useTranslation();
  const { data, error, isPending } = useQuery(connectionsQuery);
  const [leaving, setLeaving] = useState<Connection>();
  const [connecting, setConnecting] = useState<ProviderView>();
  const [search] = useSearchParams();
  const shown = data?.items.filter(({ status }) => status !== 'disconnected');
  if (search.get('status') === 'disconnected') return <DisconnectedList />;
  return (
    <>
      {shown?.length === 0 && search.size === 0 ? (
        <Page title={t('connections.title')} lead={t('connections.emptyLead')}>
          <Catalogue onConnect={setConnecting} />
          <ReceiptsLink />
        </Page>
      ) : (
        <ConnectionList connections={shown ?? []} error={error} pending={isPending} onDisconnect={setLeaving} />
      )}
      {connecting && (
        <ConnectDialog provider={connecting} returnTo="/connections" onClose={() => setConnecting(undefined)} />
      )}
      {leaving && <DisconnectDialog connection={leaving} onClose={() => setLeaving(undefined)} />}
    </>
  );
}
