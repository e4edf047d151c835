/** A hub error code; the caller turns it into a HubError. */
export type OAuthHubCode =
  | 'consent_denied'
  | 'flow_invalid'
  | 'provider_misconfigured'
  | 'provider_rejected'
  | 'provider_unavailable'
  | 'reconnect_required';

const operator = 'provider_misconfigured';

/** Every error of RFC 6749 §4.1.2.1 and §5.2, those of OpenID Connect Core §3.1.2.6 and known dialects, in one sentence each (O-17). */
export const oauthErrors = {
  access_denied: ['consent_denied', 'Access was not granted.'],
  invalid_request: [operator, 'The provider does not understand the request of this hub.'],
  unauthorized_client: [operator, 'The app registered at the provider may not ask in this way.'],
  unsupported_response_type: [operator, 'The app registered at the provider may not use the code flow.'],
  invalid_scope: [operator, 'The app registered at the provider may not ask for these permissions.'],
  server_error: ['provider_unavailable', 'The provider has a problem. Try again in a moment.'],
  temporarily_unavailable: ['provider_unavailable', 'The provider is busy. Try again in a moment.'],
  invalid_client: [operator, 'The provider does not accept the client id and secret that are set up here.'],
  invalid_grant: [
    'reconnect_required',
    'The provider does not accept this access any more. Connect the account again.',
  ],
  unsupported_grant_type: [operator, 'The app registered at the provider may not renew access.'],
  login_required: ['consent_denied', 'The provider wants you to sign in first.'],
  consent_required: ['consent_denied', 'The provider wants your consent first.'],
  interaction_required: ['consent_denied', 'The provider wants to ask you something first.'],
  account_selection_required: ['consent_denied', 'The provider wants you to choose an account first.'],
  redirect_uri_mismatch: [operator, 'The redirect address of this hub is not registered at the provider.'],
  admin_policy_enforced: [operator, 'An administrator of that account does not allow this app.'],
  org_internal: [operator, 'The app registered at the provider is only for accounts of its own organisation.'],
  disabled_client: [operator, 'The app registered at the provider is switched off.'],
  deleted_client: [operator, 'The app registered at the provider was deleted.'],
  invalid_answer: ['provider_rejected', 'The provider gave an answer that makes no sense.'],
  invalid_token: [
    'reconnect_required',
    'The provider does not accept this access any more. Connect the account again.',
  ],
  invalid_id_token: ['provider_rejected', 'The provider could not prove whose account this is.'],
  issuer_mismatch: ['flow_invalid', 'The answer did not come from the provider that was asked.'],
  invalid_callback: ['flow_invalid', 'This sign-in link is not valid any more. Start again.'],
  unknown_error: ['provider_rejected', 'The provider refused.'],
} as const satisfies Record<string, readonly [OAuthHubCode, string]>;

export type OAuthErrorCode = keyof typeof oauthErrors;

const dialects: Readonly<Record<string, OAuthErrorCode>> = {
  invalid_code: 'invalid_grant',
  bad_refresh_token: 'invalid_grant',
  invalid_refresh_token: 'invalid_grant',
  token_revoked: 'invalid_token',
  token_expired: 'invalid_token',
  invalid_access_token: 'invalid_token',
  expired_access_token: 'invalid_token',
  invalid_auth: 'invalid_token',
  not_authed: 'invalid_token',
  account_inactive: 'invalid_token',
  bad_client_secret: 'invalid_client',
  invalid_client_id: 'invalid_client',
  bad_redirect_uri: 'redirect_uri_mismatch',
  internal_error: 'server_error',
  fatal_error: 'server_error',
  service_unavailable: 'temporarily_unavailable',
  ratelimited: 'temporarily_unavailable',
  invalid_client_secret: 'invalid_client',
  bad_verification_code: 'invalid_grant',
  incorrect_client_credentials: 'invalid_client',
  invalid_redirect_uri: 'redirect_uri_mismatch',
  user_denied: 'access_denied',
};

/** Takes secrets out of a provider's words before anything of them is kept (V-11). */
export type Hide = (text: string) => string;
export const asItIs: Hide = (text) => text;

/** A refusal in the words of the protocol. `message` may be shown to people; it holds nothing of the provider's. */
export class OAuthError extends Error {
  override readonly name = 'OAuthError';
  readonly code: OAuthErrorCode;
  readonly hubCode: OAuthHubCode;
  /** The provider's own words: plain text, at most 200 characters. */
  readonly description: string | undefined;

  constructor(code: OAuthErrorCode, description?: unknown) {
    super(oauthErrors[code][1]);
    this.code = code;
    this.hubCode = oauthErrors[code][0];
    this.description = plainText(description);
  }

  /** From an `error` member or parameter; one nobody declared is `unknown_error`, and described by its name without secrets. */
  static from(error: unknown, description: unknown, hide: Hide = asItIs): OAuthError {
    const name = typeof error === 'string' ? error : '';
    const code = Object.hasOwn(dialects, name) ? dialects[name]! : name;
    return Object.hasOwn(oauthErrors, code) && !ours.has(code)
      ? new OAuthError(code as OAuthErrorCode, description)
      : new OAuthError('unknown_error', description ?? hide(name));
  }
}

/** Codes that only this package gives, so that no provider can speak in our name. */
const ours = new Set<string>([
  'invalid_answer',
  'invalid_id_token',
  'issuer_mismatch',
  'invalid_callback',
  'unknown_error',
]);

// eslint-disable-next-line no-control-regex -- control and reordering characters are what is taken out
const hidden = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/g;

function plainText(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const text = value.replace(hidden, ' ').trim();
  return text === '' ? undefined : text.slice(0, 200).replace(/[\ud800-\udbff]$/, '');
}
