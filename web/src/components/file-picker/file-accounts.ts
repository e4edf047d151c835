import type { ActionRef, Connection, ConnectionId, ProviderDetail } from '@switchboard/contracts';
import { filesDownload, filesList, filesSearch } from '@switchboard/contracts';
import { useQueries, useQuery } from '@tanstack/react-query';
import { connectionsQuery, providerQuery } from '../../lib/queries.ts';

/** An account that files can be taken from, with the actions that do it. */
export interface FileAccount {
  readonly connectionId: ConnectionId;
  readonly name: string;
  readonly list?: ActionRef;
  readonly search?: ActionRef;
  readonly download: ActionRef;
}

/** The accounts whose features let files be found and fetched, whatever provider they are of. */
export function useFileAccounts(): { accounts: readonly FileAccount[]; pending: boolean; error: unknown } {
  const { data, isPending, error } = useQuery(connectionsQuery);
  const active = (data?.items ?? []).filter(({ status }) => status === 'active');
  const ids = [...new Set(active.map(({ provider }) => provider))];
  const providers = useQueries({ queries: ids.map((id) => providerQuery(id)) });
  const known = new Map(providers.flatMap(({ data: one }) => (one ? [[one.id, one] as const] : [])));
  return {
    accounts: active.flatMap((connection) => accountOf(connection, known.get(connection.provider)) ?? []),
    pending: isPending || providers.some((query) => query.isPending),
    error,
  };
}

function accountOf(connection: Connection, provider: ProviderDetail | undefined): FileAccount | undefined {
  const action = (capability: string) =>
    provider?.actions.find(
      (one) => one.capability === capability && one.needs.every((need) => connection.features.includes(need)),
    )?.ref;
  const [list, search, download] = [filesList, filesSearch, filesDownload].map(({ name }) => action(name));
  if (!provider || !download || !(list ?? search)) return undefined;
  return {
    connectionId: connection.id,
    name: `${provider.title} · ${connection.label}`,
    download,
    ...(list ? { list } : {}),
    ...(search ? { search } : {}),
  };
}
