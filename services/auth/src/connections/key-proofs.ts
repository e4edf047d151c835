import { Injectable } from '@nestjs/common';
import { type Environment, HubError } from '@switchboard/contracts';
import type { Identity, TokenAnswer } from '@switchboard/oauth';
import type { ApiKeyDeclaration, ServiceAccountDeclaration } from '@switchboard/provider-kit';
import type { Secret } from '@switchboard/vault';
import type { Chosen } from '../core/catalog.ts';
import { ServiceAccounts } from '../credentials/service-accounts.ts';
import type { SettingValues } from '../methods/protocol.ts';
import { scopesOf } from './features.ts';
import { KeyIdentity, keyRefused } from './key-identity.ts';

export type KeyMethod = ApiKeyDeclaration | ServiceAccountDeclaration;

export interface KeyAsked {
  readonly chosen: Chosen<KeyMethod>;
  readonly settings: SettingValues;
  readonly features: readonly string[];
  /** The stored secret that the key comes from. */
  readonly secretId?: string;
  /** The version of the secret that was read; its key is stored only while that is the one there. */
  readonly secretVersion?: number;
}

/** What a key was found to open. */
export interface KeyProof {
  readonly environment: Environment;
  readonly identity: Identity;
  /** What a service account's key was exchanged for; an API key is used as it is. */
  readonly tokens?: TokenAnswer;
}

/** Tries what a person pasted before anything of it is kept. */
@Injectable()
export class KeyProofs {
  constructor(
    private readonly keys: KeyIdentity,
    private readonly serviceAccounts: ServiceAccounts,
  ) {}

  /** @throws HubError `input_invalid`, `provider_rejected`, `provider_limited`, `provider_unavailable`. */
  prove(asked: KeyAsked, key: Secret): Promise<KeyProof> {
    const { chosen } = asked;
    const { declaration } = chosen;
    if (declaration.kind === 'apiKey') return this.apiKey({ ...asked, chosen: { ...chosen, declaration } }, key);
    return this.serviceAccount({ ...asked, chosen: { ...chosen, declaration } }, key);
  }

  private async apiKey(asked: KeyAsked & { chosen: Chosen<ApiKeyDeclaration> }, key: Secret): Promise<KeyProof> {
    const { chosen, settings } = asked;
    const { keyPattern, keyHint } = chosen.declaration;
    if (keyPattern !== undefined && !new RegExp(keyPattern).test(key.reveal())) throw malformed(keyHint);
    const environment = this.keys.environmentOf(chosen, settings);
    return { environment, identity: await this.keys.read(chosen, settings, environment, key) };
  }

  private async serviceAccount(
    { chosen, settings, features }: KeyAsked & { chosen: Chosen<ServiceAccountDeclaration> },
    key: Secret,
  ): Promise<KeyProof> {
    const environment = this.serviceAccounts.environmentOf(chosen, settings);
    const acting = { chosen, settings, environment, scopes: scopesOf(chosen.declaration, features) };
    try {
      const tokens = await this.serviceAccounts.exchange(acting, key);
      return { environment, tokens, identity: await this.serviceAccounts.identity(acting, tokens.accessToken) };
    } catch (error) {
      throw keyRefused(error, chosen);
    }
  }
}

function malformed(keyHint: string | undefined): HubError {
  const message = keyHint ?? 'A key of this provider looks different.';
  return new HubError('input_invalid', message, { errors: [{ path: '/key', message }] });
}
