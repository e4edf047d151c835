import { createHash } from 'node:crypto';
import {
  type Connection,
  connectionChanged,
  type ConnectionId,
  type Feature,
  HubError,
  issueCredential,
  IssuedCredential,
  issuedCredentialContext,
  type PayloadOf,
} from '@switchboard/contracts';
import { Bus, type Caller, Clock } from '@switchboard/nest-kit';
import { createBoxKey, MemorySeal, openBox, Secret } from '@switchboard/vault/sealing';
import { Injectable } from '@nestjs/common';

export interface Asked {
  readonly connectionId: ConnectionId;
  readonly needs: readonly Feature[];
  readonly purpose: 'action' | 'proxy' | 'undo' | 'background';
  readonly runId?: string;
}

/** A connection with its credential, which is opened only where it is sent. */
export interface Issued {
  readonly connection: Connection;
  readonly secret: Secret;
  /** The OAuth client of the grant. */
  readonly clientId?: string;
}

interface Kept {
  readonly key: string;
  readonly connection: Connection;
  readonly clientId?: string;
  readonly sealed: Buffer;
  readonly until: number;
  /** What was opened within the last second: under load one copy in memory, not one a call. */
  opened?: Secret;
}

/** Seconds an issued credential is kept, sealed under a key of this process; an event drops it sooner. */
const keptMs = 20_000;
const openedMs = 1_000;
const marginMs = 30_000;
const keptAtMost = 10_000;

/** Asks `auth` for one connection's credential at a time (D-2, V-10). */
@Injectable()
export class CredentialsService {
  private readonly kept = new Map<string, Kept>();
  private readonly asking = new Map<string, Promise<Kept>>();
  private readonly seal = new MemorySeal();
  /** Grows with every drop: what was asked for before it is used once and not kept. */
  private drops = 0;

  constructor(
    private readonly bus: Bus,
    private readonly clock: Clock,
  ) {}

  /** @throws HubError `connection_unknown`, `scope_missing`, `reconnect_required`, and the rest of `issueCredential`. */
  async issue(asked: Asked, caller: Caller): Promise<Issued> {
    const limit = caller.claims.connectionId;
    if (limit !== undefined && limit !== asked.connectionId) throw new HubError('connection_unknown');
    const key = keyOf(asked.connectionId, caller.claims.memberId);
    const known = this.kept.get(key);
    if (known && known.until > this.clock.monotonicMs()) return this.checked(known, asked.needs);
    return this.checked(await this.ask(key, asked, caller), asked.needs);
  }

  /** After the provider refused the token: asks for another, naming the one that failed (F-04, F-06). */
  async reissue(refused: Issued, asked: Asked, caller: Caller): Promise<Issued> {
    const rejected = createHash('sha256').update(refused.secret.reveal()).digest('hex');
    const key = keyOf(asked.connectionId, caller.claims.memberId);
    this.kept.delete(key);
    return this.checked(await this.request(key, { ...asked, rejected }, caller), asked.needs);
  }

  /** Forgets what is kept of a connection. */
  drop({ connectionId, memberId }: Pick<PayloadOf<typeof connectionChanged>, 'connectionId' | 'memberId'>): void {
    this.drops += 1;
    this.asking.delete(keyOf(connectionId, memberId));
    this.kept.delete(keyOf(connectionId, memberId));
  }

  private async ask(key: string, asked: Asked, caller: Caller): Promise<Kept> {
    const running = this.asking.get(key) ?? this.request(key, asked, caller).finally(() => this.asking.delete(key));
    this.asking.set(key, running);
    return running;
  }

  private async request(key: string, asked: Asked & { rejected?: string }, caller: Caller): Promise<Kept> {
    const { drops } = this;
    const box = createBoxKey();
    // Features are checked here against the connection, so one issued credential serves actions with different needs.
    const request = { ...asked, needs: [], publicKey: box.publicKey };
    const { connection, clientId, sealed, expiresAt } = await this.bus.request(issueCredential, request, caller);
    const opened = openBox(box, sealed, issuedCredentialContext(asked.connectionId));
    const { accessToken, apiKey } = IssuedCredential.parse(JSON.parse(opened.toString('utf8')));
    opened.fill(0);
    const lifeMs = Date.parse(expiresAt) - this.clock.now().getTime() - marginMs;
    const kept: Kept = {
      key,
      connection,
      clientId,
      sealed: this.seal.seal(accessToken ?? apiKey ?? '', key),
      until: this.clock.monotonicMs() + Math.min(keptMs, lifeMs),
    };
    if (drops === this.drops) this.keep(kept);
    return kept;
  }

  private keep(kept: Kept): void {
    if (this.kept.size >= keptAtMost) this.kept.delete(this.kept.keys().next().value ?? '');
    this.kept.set(kept.key, kept);
  }

  private checked(kept: Kept, needs: readonly Feature[]): Issued {
    const { connection, clientId } = kept;
    const missingFeatures = needs.filter((feature) => !connection.features.includes(feature));
    if (missingFeatures.length > 0)
      throw new HubError('scope_missing', `${connection.label} has not granted ${missingFeatures.join(', ')}.`, {
        connectionId: connection.id,
        provider: connection.provider,
        missingFeatures,
      });
    return { connection, clientId, secret: this.opened(kept) };
  }

  private opened(kept: Kept): Secret {
    if (kept.opened) return kept.opened;
    setTimeout(() => delete kept.opened, openedMs).unref();
    return (kept.opened = new Secret(this.seal.open(kept.sealed, kept.key)));
  }
}

const keyOf = (connectionId: string, memberId: string): string => `${connectionId} ${memberId}`;
