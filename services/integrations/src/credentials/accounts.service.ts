import { type Connection, type ConnectionId, HubError, listConnections } from '@switchboard/contracts';
import { Bus, type Caller } from '@switchboard/nest-kit';
import { Injectable } from '@nestjs/common';
import type { Entry } from '../catalog/catalog.service.ts';

export interface Chosen {
  readonly entry: Entry;
  readonly connectionId: ConnectionId;
}

/** Which account acts: the one named, else the person's default for the feature. */
@Injectable()
export class AccountsService {
  constructor(private readonly bus: Bus) {}

  /**
   * Chooses among the actions that fulfil what is wanted.
   * @param never a connection that is not to be used, whatever is its default.
   * @throws HubError `connection_missing`, `scope_missing` or `connection_ambiguous`, each naming what to do.
   */
  async choose(
    entries: readonly Entry[],
    connectionId: ConnectionId | undefined,
    caller: Caller,
    { never }: { readonly never?: ConnectionId } = {},
  ): Promise<Chosen> {
    const { items } = await this.bus.request(listConnections, {}, caller);
    const live = items.filter(({ id, status }) => id !== never && ['active', 'reconnect_required'].includes(status));
    const pairs = entries.flatMap((entry) =>
      live.filter(({ provider }) => provider === entry.provider.id).map((connection) => ({ entry, connection })),
    );
    if (connectionId) return named(pairs, connectionId);
    const granted = pairs.filter(({ entry, connection }) => has(connection, entry));
    const preferred = granted.filter(({ entry, connection }) => isDefault(connection, entry));
    const [only, ...others] = preferred.length > 0 ? preferred : granted;
    if (!only) throw nothingGranted(entries, pairs);
    if (others.length > 0) throw ambiguous([only, ...others]);
    return { entry: only.entry, connectionId: only.connection.id };
  }
}

interface Pair {
  readonly entry: Entry;
  readonly connection: Connection;
}

const has = (connection: Connection, { action }: Entry): boolean =>
  action.needs.every((feature) => connection.features.includes(feature));

const isDefault = (connection: Connection, { action }: Entry): boolean =>
  action.needs.every((feature) => connection.defaultFor.includes(feature));

function named(pairs: readonly Pair[], connectionId: ConnectionId): Chosen {
  const pair = pairs.find(({ connection }) => connection.id === connectionId);
  if (!pair) throw new HubError('connection_unknown');
  return { entry: pair.entry, connectionId };
}

function nothingGranted(entries: readonly Entry[], pairs: readonly Pair[]): HubError {
  const [pair] = pairs;
  const [entry] = entries;
  if (!pair)
    return new HubError('connection_missing', `Connect ${entry?.provider.title ?? 'an account'} first.`, {
      provider: entry?.provider.id,
      missingFeatures: [...(entry?.action.needs ?? [])],
    });
  const { connection } = pair;
  const missingFeatures = pair.entry.action.needs.filter((feature) => !connection.features.includes(feature));
  return new HubError('scope_missing', `${connection.label} has not granted ${missingFeatures.join(', ')}.`, {
    provider: connection.provider,
    connectionId: connection.id,
    missingFeatures,
  });
}

/** The label, with the account's address and the provider's name where they are needed to tell accounts apart. */
function tellingApart({ entry, connection }: Pair, all: readonly Pair[]): string {
  const { id, label, provider, account } = connection;
  const others = all.map((pair) => pair.connection).filter((other) => other.id !== id);
  const address = account.email ?? account.name ?? account.subject;
  const named = others.some((other) => other.label === label) && address !== label ? `${label}, ${address}` : label;
  return others.some((other) => other.provider !== provider) ? `${named} (${entry.provider.title})` : named;
}

const ambiguous = (pairs: readonly Pair[]): HubError =>
  new HubError('connection_ambiguous', undefined, {
    choices: pairs.map((pair) => ({
      id: pair.connection.id,
      label: tellingApart(pair, pairs),
      provider: pair.connection.provider,
      account: pair.connection.account.email ?? pair.connection.account.name,
    })),
  });
