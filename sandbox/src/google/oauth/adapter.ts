import type { Adapter, AdapterPayload } from 'oidc-provider';
import type { SandboxClock } from '../../kit/clock.ts';
import type { Store } from '../../kit/store.ts';
import { oauthState, type ModelRows } from './state.ts';

const keptPastMs = 10 * 60_000;

/** Keeps oidc-provider's rows in the sandbox's store, so that a restart kills no connection. */
export class StoreAdapter implements Adapter {
  readonly #store: Store;
  readonly #clock: SandboxClock;
  readonly #kind: string;

  constructor(store: Store, clock: SandboxClock, kind: string) {
    this.#store = store;
    this.#clock = clock;
    this.#kind = kind;
  }

  async upsert(id: string, payload: AdapterPayload, expiresIn: number): Promise<void> {
    const expiresAt = expiresIn ? this.#clock() + expiresIn * 1000 : undefined;
    this.#sweep();
    this.#rows()[id] = { payload: { ...payload }, ...(expiresAt && { expiresAt }) };
    this.#store.changed();
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    const row = this.#rows()[id];
    if (!row) return undefined;
    if (row.expiresAt && row.expiresAt <= this.#clock()) {
      delete this.#rows()[id];
      return undefined;
    }
    return { ...row.payload };
  }

  findByUid = async (uid: string): Promise<AdapterPayload | undefined> => this.#by('uid', uid);
  findByUserCode = async (code: string): Promise<AdapterPayload | undefined> => this.#by('userCode', code);

  async consume(id: string): Promise<void> {
    const row = this.#rows()[id];
    if (row) row.payload.consumed = Math.floor(this.#clock() / 1000);
    this.#store.changed();
  }

  async destroy(id: string): Promise<void> {
    delete this.#rows()[id];
    this.#store.changed();
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    for (const [id, row] of Object.entries(this.#rows())) if (row.payload.grantId === grantId) delete this.#rows()[id];
    this.#store.changed();
  }

  /** Lets go of what is long past, so that the file does not grow with every refresh. */
  #sweep(): void {
    const rows = this.#rows();
    const limit = this.#clock() - keptPastMs;
    for (const [id, row] of Object.entries(rows)) {
      if (row.expiresAt && row.expiresAt < limit) delete rows[id];
      else if (this.#kind === 'AccessToken') return;
    }
  }

  #rows(): ModelRows {
    return (oauthState(this.#store).models[this.#kind] ??= {});
  }

  #by(field: string, value: string): AdapterPayload | undefined {
    return Object.values(this.#rows()).find((row) => row.payload[field] === value)?.payload;
  }
}
