import { type EgressAnswer, hiding } from '@switchboard/egress';
import { callTo, type ClientAuth, type OAuthContext, tokenLimits } from './declaration.ts';
import type { Hide } from './oauth-error.ts';
import { unreadable } from './token-answer.ts';

export interface EndpointForm {
  readonly method?: 'POST' | 'DELETE' | 'GET';
  readonly clientAuth?: ClientAuth;
  /** `empty` sends no body. */
  readonly body?: 'form' | 'json' | 'empty';
  readonly headers?: Readonly<Record<string, string>>;
  /** What it carries elsewhere than among its parameters. */
  readonly secrets?: readonly string[];
}

export interface EndpointAnswer {
  readonly answer: EgressAnswer;
  /** Takes out of the answer's words what the call carried. */
  readonly hide: Hide;
}

/** Parameters that are no secret; a provider that names them explains something. */
const open = new Set(['client_id', 'grant_type', 'redirect_uri', 'token_type_hint']);

/** Calls a token or revocation endpoint with the client's authentication (RFC 6749 §2.3.1, RFC 7009 §2.1); never repeated. */
export async function callEndpoint(
  context: OAuthContext,
  endpoint: string,
  parameters: Readonly<Record<string, string>>,
  form: EndpointForm = {},
): Promise<EndpointAnswer> {
  const { oauth, client, egress } = context;
  const { method = 'POST', clientAuth = oauth.clientAuth, body = oauth.tokenBody ?? 'form' } = form;
  const fields: Record<string, string> = { ...parameters };
  const secrets = [...(form.secrets ?? [])];
  for (const [name, value] of Object.entries(parameters))
    if (!open.has(name) && oauth.tokenParams?.[name] !== value) secrets.push(value);
  const headers: Record<string, string> = { accept: 'application/json', ...oauth.tokenHeaders, ...form.headers };
  const secret = client.clientSecret?.reveal();
  if (secret !== undefined) secrets.push(secret);
  if (clientAuth === 'client_secret_basic') {
    const pair = `${formEncode(client.clientId)}:${formEncode(secret ?? '')}`;
    secrets.push(pair);
    headers['authorization'] = `Basic ${Buffer.from(pair).toString('base64')}`;
  } else {
    fields['client_id'] = client.clientId;
    if (clientAuth === 'client_secret_post' && secret !== undefined) fields['client_secret'] = secret;
  }
  if (body !== 'empty') headers['content-type'] = body === 'json' ? 'application/json' : urlEncoded;
  const answer = await egress
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
  return { answer, hide: hiding(secrets) };
}

const urlEncoded = 'application/x-www-form-urlencoded';
const formEncode = (value: string): string => new URLSearchParams({ v: value }).toString().slice(2);
