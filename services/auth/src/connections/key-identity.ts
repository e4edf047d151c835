import { Injectable } from '@nestjs/common';
import { type Environment, HubError } from '@switchboard/contracts';
import { Egress, EgressError } from '@switchboard/egress';
import { type Identity, OAuthError, readAccount } from '@switchboard/oauth';
import type { ApiKeyDeclaration } from '@switchboard/provider-kit';
import type { Secret } from '@switchboard/vault';
import { ApiKeyFormat } from '../api-keys/api-key-format.ts';
import { Catalog, type Chosen } from '../core/catalog.ts';
import { unanswered } from '../core/unanswered.ts';
import { identityOf, type SettingValues } from '../methods/protocol.ts';
import { accountSubject, serviceOf } from '../methods/subject.ts';
import type { Connection } from './connection.entity.ts';

type KeyMethod = Chosen<ApiKeyDeclaration>;

/** Reads whose account an API key opens. */
@Injectable()
export class KeyIdentity {
  constructor(
    private readonly egress: Egress,
    private readonly catalog: Catalog,
    private readonly fingerprints: ApiKeyFormat,
  ) {}

  /** The method of that name, the first with a key unless told. @throws HubError `provider_unknown`. */
  method(providerId: string, name?: string): KeyMethod {
    return this.catalog.method(providerId, ['apiKey'], name);
  }

  /** Sandbox where a stand-in answers at the address. @throws HubError `input_invalid` where it is none. */
  environmentOf(chosen: KeyMethod, settings: SettingValues): Environment {
    const { endpoint } = identityOf(chosen, settings);
    if (!URL.canParse(endpoint)) throw badAddress(chosen, 'That is not an address.');
    return this.egress.originMap.target(new URL(endpoint).origin) ? 'sandbox' : 'live';
  }

  /** The account of a connection that was made with a key. */
  readOf({ provider, method, settings, environment }: Connection, key: Secret): Promise<Identity> {
    return this.read(this.method(provider, method), settings, environment, key);
  }

  /**
   * Tries the key. @throws HubError `provider_rejected`, `provider_limited`, `provider_unavailable`, and `input_invalid` for an
   * address people may not give.
   */
  async read(chosen: KeyMethod, settings: SettingValues, environment: Environment, key: Secret): Promise<Identity> {
    const { provider, declaration } = chosen;
    const identity = identityOf(chosen, settings);
    const personAddresses = declaration.personAddress === true;
    const context = { egress: this.egress, providerId: provider.id, environment, personAddresses };
    const account = await readAccount(context, identity, key).catch((error: unknown) => {
      throw keyRefused(error, chosen);
    });
    const { host } = new URL(identity.endpoint);
    const service = personAddresses ? serviceOf(chosen, settings, identity.endpoint) : undefined;
    const user = identity.use?.in === 'basic' ? `${identity.use.user} ` : '';
    const subject = account.subject ?? this.fingerprints.fingerprint(`${service ?? host} ${user}${key.reveal()}`);
    return { ...(service && { name: service }), ...account, subject: accountSubject({ service }, subject) };
  }
}

/** What a failed try means to the person who pasted the key. */
export function keyRefused(error: unknown, chosen: Chosen): unknown {
  const { id: provider, title } = chosen.provider;
  if (error instanceof OAuthError) {
    const unread = error.code === 'invalid_answer';
    const message = unread ? 'answered in a form the hub does not know.' : 'does not accept this key.';
    const reason = error.description === undefined ? {} : { reason: error.description };
    return new HubError('provider_rejected', `${title} ${message}`, { provider, ...reason }, { cause: error });
  }
  if (!(error instanceof EgressError)) return error;
  if (error.kind === 'refused' && !error.mayHaveArrived) return badAddress(chosen, error.message);
  return unanswered(error, { provider });
}

/** Names the field that the address is made of. */
function badAddress({ declaration }: Chosen, message: string): HubError {
  const [, name] = /\{(\w+)\}/.exec(declaration.identity.endpoint) ?? [];
  return new HubError('input_invalid', message, {
    errors: [{ path: name === undefined ? '/settings' : `/settings/${name}`, message }],
  });
}
