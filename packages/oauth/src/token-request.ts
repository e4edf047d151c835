import type { EgressAnswer } from '@switchboard/egress';
import { callTo, type ClientAuth, type OAuthContext, tokenLimits } from './declaration.ts';
import { unreadable } from './token-answer.ts';

export interface EndpointForm {
  readonly method?: 'POST' | 'DELETE' | 'GET';
  readonly clientAuth?: ClientAuth;
  /** `empty` sends no body. */
  readonly body?: 'form' | 'json' | 'empty';
  readonly headers?: Readonly<Record<string, string>>;
}

/** Calls a token or revocation endpoint with the client's authentication (RFC 6749 §2.3.1, RFC 7009 §2.1); never repeated. */
export function callEndpoint(
  context: OAuthContext,
  endpoint: string,
  parameters: Readonly<Record<string, string>>,
  form: EndpointForm = {},
): Promise<EgressAnswer> {
  const { oauth, client, egress } = context;
  const { method = 'POST', clientAuth = oauth.clientAuth, body = oauth.tokenBody ?? 'form' } = form;
  const fields: Record<string, string> = { ...parameters };
  const headers: Record<string, string> = { accept: 'application/json', ...oauth.tokenHeaders, ...form.headers };
  const secret = client.clientSecret?.reveal();
  if (clientAuth === 'client_secret_basic') {
    const pair = `${formEncode(client.clientId)}:${formEncode(secret ?? '')}`;
    headers['authorization'] = `Basic ${Buffer.from(pair).toString('base64')}`;
  } else {
    fields['client_id'] = client.clientId;
    if (clientAuth === 'client_secret_post' && secret !== undefined) fields['client_secret'] = secret;
  }
  if (body !== 'empty') headers['content-type'] = body === 'json' ? 'application/json' : urlEncoded;
  return egress
    .request({
      ...callTo(context, endpoint),
      method,
      headers,
      ...(body !== 'empty' && {
        body: body === 'json' ? JSON.stringify(fields) : new URLSearchParams(fields).toString(),
      }),
      idempotent: false,
      limits: tokenLimits,
    })
    .catch(unreadable);
}

const urlEncoded = 'application/x-www-form-urlencoded';
const formEncode = (value: string): string => new URLSearchParams({ v: value }).toString().slice(2);
