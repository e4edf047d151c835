import { type DeclaredOAuth, type PeerLie, put } from './declared.ts';

export interface PeerAnswer {
  readonly status: number;
  readonly body: unknown;
  /** Sent as it is, as HTML. */
  readonly html?: string;
}

/** Whose account a token opens, in the members that the declaration reads. */
export function identityAnswer(oauth: DeclaredOAuth, subject: string, lie: PeerLie | undefined): PeerAnswer {
  if (lie === 'identity-500') return { status: 500, body: { error: 'broken' } };
  if (lie === 'identity-html') return { status: 200, body: undefined, html: '<html>Sign in</html>' };
  if (lie === 'identity-empty') return { status: 200, body: {} };
  const { identity } = oauth;
  const body: Record<string, unknown> = {};
  const who = lie === 'identity-other' ? 'subject-2' : subject;
  const said = { subject: who, within: 'team-1', email: `${who}@peer.test`, name: 'Ada Marsh' };
  for (const pointer of identity.mustHave ?? []) put(body, pointer, []);
  for (const [member, value] of Object.entries(said)) {
    const pointer = identity[member as keyof typeof said];
    if (pointer) put(body, pointer, value);
  }
  for (const [pointer, value] of Object.entries(identity.mustSay ?? {}))
    put(body, pointer, lie === 'identity-refused-in-200' ? !value : value);
  return { status: 200, body };
}

/** A token answer in the declared place, with what the declaration compares. */
export function tokenAnswer(
  oauth: DeclaredOAuth,
  tokens: Readonly<Record<string, unknown>>,
  lie: PeerLie | undefined,
): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  if (oauth.tokensAt === undefined) Object.assign(body, tokens);
  else put(body, oauth.tokensAt, tokens);
  for (const [pointer, text] of Object.entries(oauth.tokenAnswerMustSay ?? {}))
    put(body, pointer, lie === 'answer-says-other' ? 'https://evil.example' : text);
  return body;
}

/** What the issuer tells of itself (RFC 8414 §3.2). */
export const description = (oauth: DeclaredOAuth): Record<string, unknown> => ({
  issuer: oauth.issuer,
  authorization_endpoint: oauth.authorizationEndpoint,
  token_endpoint: oauth.tokenEndpoint,
  revocation_endpoint: oauth.revocationEndpoint,
  jwks_uri: oauth.jwksUri,
  userinfo_endpoint: oauth.identity.endpoint,
  token_endpoint_auth_methods_supported: [oauth.clientAuth],
  authorization_response_iss_parameter_supported: oauth.issParameter === true,
});
