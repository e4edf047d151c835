import { createSign } from 'node:crypto';
import type { Fixture } from '../../fixture.ts';

const auth = 'https://www.googleapis.com/auth/';

export interface Assertion {
  readonly scope?: string;
  readonly sub?: string;
  /** Seconds from now. */
  readonly expiresIn?: number;
  readonly aud?: string;
}

/** The signed assertion of the sandbox's service account. */
export async function assertionOf(
  fixture: Fixture,
  { scope, sub, expiresIn = 600, aud }: Assertion = {},
): Promise<string> {
  const { items } = (await fixture.control('GET', '/keys')).body as {
    items: { method: string; key: string }[];
  };
  const { key } = items.find(({ method }) => method === 'keep')!;
  const file = JSON.parse(key) as { client_email: string; private_key: string };
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    iss: file.client_email,
    sub: sub ?? 'ada@fernhill.example',
    scope: scope ?? `openid ${auth}userinfo.email ${auth}keep`,
    aud: aud ?? 'https://oauth2.googleapis.com/token',
    iat: now,
    exp: now + expiresIn,
  };
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${part({ alg: 'RS256', typ: 'JWT' })}.${part(claims)}`;
  return `${signed}.${createSign('sha256').update(signed).sign(file.private_key, 'base64url')}`;
}

/** Exchanges an assertion at the sandbox's token endpoint. */
export async function exchange(
  fixture: Fixture,
  assertion: string,
): Promise<{ status: number; body: Record<string, string> }> {
  const answer = await fetch(fixture.local('https://oauth2.googleapis.com/token'), {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion }),
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, string> };
}

/** A token of the service account that acts for Ada. */
export const serviceToken = async (fixture: Fixture): Promise<string> =>
  (await exchange(fixture, await assertionOf(fixture))).body.access_token!;
