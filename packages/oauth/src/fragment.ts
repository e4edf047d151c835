import { OAuthError } from './oauth-error.ts';

export interface FragmentRequest {
  readonly clientId: string;
  /** Where the token comes back to; it carries the state, as the provider knows no parameter for it. */
  readonly redirectUri: string;
  readonly scopes: readonly string[];
}

interface FragmentPage {
  readonly authorizationEndpoint: string;
  readonly authorizationParams: Readonly<Record<string, string>>;
  readonly scopeSeparator?: ' ' | ',';
}

/** The page that gives a token in the fragment of the address it sends people back to. @throws Error where it is not https (O-16). */
export function fragmentUrl(page: FragmentPage, { clientId, redirectUri, scopes }: FragmentRequest): URL {
  const url = new URL(page.authorizationEndpoint);
  if (url.protocol !== 'https:') throw new Error('An authorization endpoint must begin with https://.');
  const values: Record<string, string> = { clientId, redirectUri, scope: scopes.join(page.scopeSeparator ?? ' ') };
  for (const [name, template] of Object.entries(page.authorizationParams))
    url.searchParams.set(
      name,
      template.replaceAll(/\{(clientId|redirectUri|scope)\}/g, (_all, value: string) => values[value] ?? ''),
    );
  return url;
}

const longestToken = 4_096;

/** The token that the callback page handed over. @throws OAuthError with the provider's refusal, or `invalid_callback`. */
export function fragmentToken(parameters: URLSearchParams, tokenName = 'token'): string {
  const error = parameters.get('error');
  if (error !== null) throw OAuthError.from(error, parameters.get('error_description') ?? undefined);
  const token = parameters.get(tokenName) ?? '';
  if (parameters.getAll(tokenName).length !== 1 || parameters.has('code') || token.length > longestToken)
    throw new OAuthError('invalid_callback');
  if (!/^[\x21-\x7e]+$/.test(token)) throw new OAuthError('invalid_callback');
  return token;
}
