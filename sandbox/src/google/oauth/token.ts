import { formOf, json, type SandboxAnswer, type SandboxRequest } from '../../kit/exchange.ts';
import type { SandboxKit } from '../../kit/world.ts';
import { exchangeAssertion, grantType as assertionGrant } from '../keep/service-account.ts';
import { clientOf, type OAuthCore } from './core.ts';

export const codePrefix = '4/0A';
export const accessPrefix = 'ya29.';
export const refreshPrefix = '1//0';

const error = (status: number, code: string, description: string): SandboxAnswer =>
  json(status, { error: code, error_description: description });

const strip = (value: string | undefined, prefix: string): string | undefined =>
  value?.startsWith(prefix) ? value.slice(prefix.length) : value;

/** `POST https://oauth2.googleapis.com/token`: oidc-provider decides, Google's words are put around it. */
export async function tokenEndpoint(kit: SandboxKit, core: OAuthCore, request: SandboxRequest): Promise<SandboxAnswer> {
  if (request.method !== 'POST') return error(405, 'invalid_request', 'Method not allowed');
  if (!(request.headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded'))
    return error(400, 'invalid_request', 'Could not parse the request body as a form.');
  if (formOf(request).grant_type === assertionGrant) return exchangeAssertion(kit, request);
  const { form, clientId, clientSecret } = clientOf(request);
  const client = kit.clients.find((known) => known.clientId === clientId);
  if (!client) return error(401, 'invalid_client', 'The OAuth client was not found.');
  if (client.clientSecret !== clientSecret) return error(401, 'invalid_client', 'Unauthorized');
  if (!form.grant_type) return error(400, 'invalid_request', 'Required parameter is missing: grant_type');
  if (form.grant_type !== 'authorization_code' && form.grant_type !== 'refresh_token')
    return error(400, 'unsupported_grant_type', `Invalid grant_type: ${form.grant_type}`);
  const missing = (form.grant_type === 'refresh_token' ? ['refresh_token'] : ['code', 'redirect_uri']).find(
    (name) => !form[name],
  );
  if (missing) return error(400, 'invalid_request', `Missing required parameter: ${missing}`);

  const forwarded: Record<string, string> = { ...form, client_id: clientId, client_secret: clientSecret };
  if (form.code) forwarded.code = strip(form.code, codePrefix)!;
  if (form.refresh_token) forwarded.refresh_token = strip(form.refresh_token, refreshPrefix)!;
  const answer = await core.forward('/token', forwarded);
  const body = JSON.parse(String(answer.body)) as Record<string, unknown>;
  return answer.status === 200 ? granted(body, form.grant_type) : await refused(core, body, form);
}

function granted(body: Record<string, unknown>, grantType: string): SandboxAnswer {
  const { access_token: access, refresh_token: refresh, ...rest } = body;
  return json(
    200,
    {
      access_token: `${accessPrefix}${String(access)}`,
      ...rest,
      ...(refresh && grantType !== 'refresh_token' ? { refresh_token: `${refreshPrefix}${String(refresh)}` } : {}),
    },
    { 'cache-control': 'no-store', pragma: 'no-cache' },
  );
}

async function refused(
  core: OAuthCore,
  body: Record<string, unknown>,
  form: Record<string, string>,
): Promise<SandboxAnswer> {
  const code = String(body.error);
  if (code !== 'invalid_grant') return error(400, code, String(body.error_description ?? 'Bad Request'));
  if (form.grant_type === 'refresh_token') return error(400, code, 'Token has been expired or revoked.');
  const stored = await core.provider.AuthorizationCode.find(strip(form.code, codePrefix)!, { ignoreExpiration: true });
  if (stored?.isValid && stored.redirectUri !== form.redirect_uri)
    return error(400, 'redirect_uri_mismatch', 'Bad Request');
  if (stored?.isValid && stored.codeChallenge)
    return error(400, code, form.code_verifier ? 'Invalid code verifier.' : 'Missing code verifier.');
  return error(400, code, 'Malformed auth code.');
}
