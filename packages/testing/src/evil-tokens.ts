import { createHmac, randomBytes } from 'node:crypto';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK } from 'jose';

/** One forged ID token of the OpenID relying party cases (O-7); `key-rotated` is the honest one among them. */
export type IdTokenLie =
  | 'alg-none'
  | 'alg-hs256-public-key'
  | 'bad-signature-rs256'
  | 'bad-signature-es256'
  | 'iss-wrong'
  | 'aud-wrong'
  | 'aud-missing'
  | 'aud-several-without-azp'
  | 'azp-other'
  | 'sub-missing'
  | 'iat-missing'
  | 'iat-future'
  | 'iat-old'
  | 'exp-past'
  | 'exp-missing'
  | 'nonce-wrong'
  | 'nonce-missing'
  | 'no-kid-several-keys'
  | 'key-unknown'
  | 'key-rotated'
  | 'unknown-crit'
  | 'not-a-token';

export interface HonestClaims {
  readonly iss: string;
  readonly sub: string;
  readonly aud: string;
  readonly nonce?: string | undefined;
}

interface SigningKey {
  readonly kid: string;
  readonly alg: 'RS256' | 'ES256';
  readonly privateKey: CryptoKey;
  readonly publicJwk: JWK;
}

/** Signs ID tokens, honestly or with exactly one lie. */
export class EvilTokens {
  #keys: SigningKey[] = [];

  static async create(): Promise<EvilTokens> {
    const tokens = new EvilTokens();
    tokens.#keys = [await newKey('RS256')];
    return tokens;
  }

  jwks(): { keys: JWK[] } {
    return { keys: this.#keys.map(({ publicJwk }) => publicJwk) };
  }

  async sign(honest: HonestClaims, lie?: IdTokenLie): Promise<string> {
    if (lie === 'not-a-token') return 'eyJub3Q.a-token';
    if (lie === 'key-rotated') this.#keys = [await newKey('RS256')];
    if (lie === 'no-kid-several-keys') this.#keys = [await newKey('RS256'), await newKey('RS256')];
    if (lie === 'bad-signature-es256') this.#keys = [await newKey('ES256')];
    const known = this.#keys[0]!;
    const key = lie === 'key-unknown' || lie?.startsWith('bad-signature') ? await newKey(known.alg) : known;
    const claims = forge(honest, lie);
    if (lie === 'alg-none') return `${encode({ alg: 'none' })}.${encode(claims)}.`;
    if (lie === 'alg-hs256-public-key') return hs256(known, claims);
    const kid = lie === 'key-unknown' ? key.kid : lie === 'no-kid-several-keys' ? undefined : known.kid;
    const crit = lie === 'unknown-crit' ? { crit: ['evil'], evil: true } : {};
    return new SignJWT(claims)
      .setProtectedHeader({ alg: key.alg, typ: 'JWT', ...(kid && { kid }), ...crit })
      .sign(key.privateKey, lie === 'unknown-crit' ? { crit: { evil: true } } : {});
  }
}

async function newKey(alg: SigningKey['alg']): Promise<SigningKey> {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  const kid = randomBytes(8).toString('hex');
  return { kid, alg, privateKey, publicJwk: { ...(await exportJWK(publicKey)), kid, alg, use: 'sig' } };
}

function forge(honest: HonestClaims, lie?: IdTokenLie): Record<string, unknown> {
  const now = Math.floor(Date.now() / 1_000);
  const claims: Record<string, unknown> = { ...honest, iat: now, exp: now + 3_600 };
  const changes: Partial<Record<IdTokenLie, Record<string, unknown>>> = {
    'iss-wrong': { iss: 'https://other-issuer.test' },
    'aud-wrong': { aud: 'another-client' },
    'aud-missing': { aud: undefined },
    'aud-several-without-azp': { aud: [honest.aud, 'another-client'] },
    'azp-other': { azp: 'another-client' },
    'sub-missing': { sub: undefined },
    'iat-missing': { iat: undefined },
    'iat-future': { iat: now + 3_600 },
    'iat-old': { iat: now - 86_400 },
    'exp-past': { exp: now - 600, iat: now - 590 },
    'exp-missing': { exp: undefined },
    'nonce-wrong': { nonce: 'another-nonce' },
    'nonce-missing': { nonce: undefined },
  };
  return JSON.parse(JSON.stringify({ ...claims, ...(lie && changes[lie]) })) as Record<string, unknown>;
}

function hs256(key: SigningKey, claims: Record<string, unknown>): string {
  const signed = `${encode({ alg: 'HS256', kid: key.kid })}.${encode(claims)}`;
  return `${signed}.${createHmac('sha256', JSON.stringify(key.publicJwk)).update(signed).digest('base64url')}`;
}

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
