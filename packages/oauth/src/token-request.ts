import type { EgressAnswer } from '@switchboard/egress';
import { hostOf, tokenLimits, type OAuthContext } from './declaration.ts';
import { unreadable } from './token-answer.ts';

/** Posts to a token or revocation endpoint with the client's authentication (RFC 6749 §2.3.1, RFC 7009 §2.1); never repeated. */
export function postToEndpoint(
  context: OAuthContext,
  endpoint: string,
  parameters: Readonly<Record<string, string>>,
): Promise<EgressAnswer> {
  const { oauth, client, environment, account, egress, signal } = context;
  const fields: Record<string, string> = { ...parameters };
  const headers: Record<string, string> = { accept: 'application/json' };
  const secret = client.clientSecret?.reveal();
  if (oauth.clientAuth === 'client_secret_basic') {
    const pair = `${formEncode(client.clientId)}:${formEncode(secret ?? '')}`;
    headers['authorization'] = `Basic ${Buffer.from(pair).toString('base64')}`;
  } else {
    fields['client_id'] = client.clientId;
    if (oauth.clientAuth === 'client_secret_post' && secret !== undefined) fields['client_secret'] = secret;
  }
  const json = oauth.tokenBody === 'json';
  headers['content-type'] = json ? 'application/json' : 'application/x-www-form-urlencoded';
  return egress
    .request({
      provider: hostOf(context, endpoint),
      environment,
      ...(account !== undefined && { account }),
      url: endpoint,
      method: 'POST',
      headers,
      body: json ? JSON.stringify(fields) : new URLSearchParams(fields).toString(),
      idempotent: false,
      limits: tokenLimits,
      ...(signal && { signal }),
    })
    .catch(unreadable);
}

const formEncode = (value: string): string => new URLSearchParams({ v: value }).toString().slice(2);
