import { Injectable } from '@nestjs/common';
import { HubError, type SecretCheck } from '@switchboard/contracts';
import { Secret } from '@switchboard/vault';
import { featuresToAsk } from '../connections/features.ts';
import { keyKinds } from '../connections/key-connections.service.ts';
import { KeyProofs } from '../connections/key-proofs.ts';
import { Catalog } from '../core/catalog.ts';
import { settingsOf } from '../methods/settings.ts';

/** Where a secret is tried. */
export interface CheckedAt {
  readonly provider: string;
  readonly method?: string;
  readonly settings: Readonly<Record<string, string>>;
}

export interface Opened {
  /** The method that was tried, the provider's first unless told. */
  readonly method: string;
  readonly settings: Record<string, string>;
  /** Whose account it opens. */
  readonly account: string | null;
}

/** Tries third-party keys at their services. */
@Injectable()
export class SecretChecks {
  constructor(
    private readonly catalog: Catalog,
    private readonly proofs: KeyProofs,
  ) {}

  /** @throws HubError `provider_unknown`, `provider_rejected`, `provider_limited`, `provider_unavailable`, `input_invalid`. */
  async open({ provider, method, settings }: CheckedAt, value: string): Promise<Opened> {
    const chosen = this.catalog.method(provider, keyKinds, method);
    const known = settingsOf(chosen, settings);
    const asked = { chosen, settings: known, features: featuresToAsk(chosen.declaration, []) };
    const { identity } = await this.proofs.prove(asked, new Secret(value));
    return { method: chosen.method, settings: known, account: identity.email ?? identity.name ?? null };
  }

  /** The same, as something to remember: only a refusal says that a key is bad. */
  async look(at: CheckedAt | undefined, value: string): Promise<Omit<SecretCheck, 'checkedAt'> & { account?: string }> {
    if (!at) return { result: 'could_not_tell', message: 'The hub does not know which service this key is for.' };
    try {
      const { account } = await this.open(at, value);
      return {
        result: 'works',
        message: worksFor(account),
        ...(account && { account }),
      };
    } catch (error) {
      if (!(error instanceof HubError)) throw error;
      const result = error.code === 'provider_rejected' ? 'refused' : 'could_not_tell';
      return { result, message: error.message };
    }
  }
}

/** What a live check that worked says to a person. */
export const worksFor = (account: string | null): string =>
  account ? `It opens the account ${account}.` : 'The service accepts it.';
