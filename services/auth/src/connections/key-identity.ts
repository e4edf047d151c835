import { Inject, Injectable } from '@nestjs/common';
import { type Environment, HubError } from '@switchboard/contracts';
import { Egress, type EgressAnswer, EgressError } from '@switchboard/egress';
import { RUNTIME, type ServiceRuntime } from '@switchboard/nest-kit';
import type { Identity } from '@switchboard/oauth';
import type { ApiKeyDeclaration } from '@switchboard/provider-kit';
import type { Secret } from '@switchboard/vault';
import { Catalog, methodOf } from '../core/catalog.ts';

/** Reads whose account an API key opens. */
@Injectable()
export class KeyIdentity {
  constructor(
    private readonly egress: Egress,
    private readonly catalog: Catalog,
    @Inject(RUNTIME) private readonly runtime: ServiceRuntime,
  ) {}

  /** @throws HubError `provider_unknown` where the provider takes no key. */
  method(providerId: string): { method: string; declaration: ApiKeyDeclaration } {
    const provider = this.catalog.find(providerId);
    const found = methodOf(provider, 'apiKey');
    if (found?.declaration.kind !== 'apiKey')
      throw new HubError('provider_unknown', `${provider.title} is not connected by a key.`, { provider: providerId });
    return { method: found.method, declaration: found.declaration };
  }

  /** Sandbox where a stand-in answers for the provider. */
  environmentOf(providerId: string): Environment {
    const { declaration } = this.method(providerId);
    return this.runtime.originMap[new URL(declaration.identity.endpoint).origin] ? 'sandbox' : 'live';
  }

  /** @throws HubError `provider_rejected`, `provider_unavailable`. */
  async read(providerId: string, environment: Environment, key: Secret): Promise<Identity> {
    const { declaration } = this.method(providerId);
    const { identity, use } = declaration;
    const place = use?.in === 'header' || use?.in === 'query' ? use : undefined;
    const provider = { id: providerId, hosts: [new URL(identity.endpoint).origin] };
    const answer: EgressAnswer = await this.egress
      .request({
        provider,
        environment,
        url: identity.endpoint,
        method: 'GET',
        headers: { accept: 'application/json' },
        credential: { secret: key, ...(place && { place }) },
      })
      .catch((error: unknown) => {
        if (error instanceof EgressError)
          throw new HubError('provider_unavailable', undefined, { provider: providerId });
        throw error;
      });
    const body = answer.ok ? answer.tryJson() : undefined;
    const subject = identity.subject === undefined ? undefined : at(body, identity.subject);
    if (!subject)
      throw new HubError('provider_rejected', 'The provider does not accept this key.', { provider: providerId });
    const email = identity.email && at(body, identity.email);
    const name = identity.name && at(body, identity.name);
    return { subject, ...(email && { email }), ...(name && { name }) };
  }
}

/** The text or number at a JSON pointer (RFC 6901). */
function at(body: unknown, pointer: string): string | undefined {
  let value = body;
  for (const part of pointer.split('/').slice(1)) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined;
    value = (value as Record<string, unknown>)[part];
  }
  return (typeof value === 'string' || typeof value === 'number') && value !== ''
    ? String(value).slice(0, 255)
    : undefined;
}
