import { HubError } from '@switchboard/contracts';
import type { Egress } from '@switchboard/egress';
import { checkClient, type ClientVerdict } from '@switchboard/oauth';
import type { Chosen, ConsentDeclaration } from '../core/catalog.ts';
import { redirectUriOf } from '../core/public-address.ts';
import { protocolOf } from '../methods/protocol.ts';
import type { ClientRegistration } from './clients.service.ts';

export type TriedClient = Pick<ClientRegistration, 'clientId' | 'clientSecret' | 'environment'>;

/** One call to the provider's token endpoint, which makes nothing there; honest about what it cannot tell. */
export async function tryClient(
  chosen: Chosen<ConsentDeclaration>,
  { clientId, clientSecret, environment }: TriedClient,
  { egress, publicUrl }: { readonly egress: Pick<Egress, 'request'>; readonly publicUrl: string },
): Promise<ClientVerdict> {
  const { provider, declaration } = chosen;
  if (declaration.kind !== 'oauth2' || declaration.clientCheck === 'none')
    return { result: 'could_not_tell', message: `${provider.title} tells only when somebody connects.` };
  try {
    const oauth = protocolOf(chosen, {}, clientId);
    const client = { clientId, ...(clientSecret && { clientSecret }) };
    const context = { egress, providerId: provider.id, oauth, client, environment };
    return await checkClient(context, redirectUriOf(publicUrl, provider.id));
  } catch (error) {
    if (!(error instanceof HubError)) throw error;
    const message = `Where ${provider.title} checks it depends on the account, so it shows when somebody connects.`;
    return { result: 'could_not_tell', message };
  }
}
