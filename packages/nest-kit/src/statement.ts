import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { CallerClaims, HubError } from '@switchboard/contracts';
import type { Clock } from './clock.ts';

const version = 'swbc1';
const keptStatements = 5_000;

const encode = (value: Buffer | string): string => Buffer.from(value).toString('base64url');

/** Signs who a caller is: `swbc1.<claims>.<Ed25519 signature>`. Only `auth` holds the private key. */
export class StatementSigner {
  private readonly key: KeyObject;

  /** @param privateKeyPem PKCS#8 PEM of an Ed25519 key. */
  constructor(privateKeyPem: string) {
    this.key = createPrivateKey(privateKeyPem);
  }

  sign(claims: CallerClaims): string {
    const body = `${version}.${encode(JSON.stringify(claims))}`;
    return `${body}.${encode(sign(null, Buffer.from(body), this.key))}`;
  }
}

/** Checks statements; what was checked is remembered until it expires or is dropped. */
export class StatementVerifier {
  private readonly key: KeyObject;
  private readonly checked = new Map<string, CallerClaims>();

  /** @param publicKeyPem SPKI PEM of the Ed25519 key of `auth`. */
  constructor(
    publicKeyPem: string,
    private readonly clock: Clock,
  ) {
    this.key = createPublicKey(publicKeyPem);
  }

  /** @throws HubError `unauthenticated` where the statement is forged, malformed or expired. */
  verify(statement: string): CallerClaims {
    const known = this.checked.get(statement);
    const claims = known ?? this.check(statement);
    if (claims.expiresAt * 1000 <= this.clock.now().getTime()) {
      this.checked.delete(statement);
      throw new HubError('unauthenticated');
    }
    if (!known) this.remember(statement, claims);
    return claims;
  }

  /** Forgets what a person, session or key said, so that its end bites at once. */
  dropFor({
    memberId,
    sessionId,
    apiKeyId,
  }: Partial<Pick<CallerClaims, 'memberId'>> & { sessionId?: string; apiKeyId?: string }): void {
    for (const [statement, claims] of this.checked) {
      const meant =
        (memberId !== undefined && claims.memberId === memberId) ||
        (sessionId !== undefined && claims.sessionId === sessionId) ||
        (apiKeyId !== undefined && claims.apiKeyId === apiKeyId);
      if (meant) this.checked.delete(statement);
    }
  }

  private check(statement: string): CallerClaims {
    const [head, body, signature, ...rest] = statement.split('.');
    if (head !== version || !body || !signature || rest.length > 0) throw new HubError('unauthenticated');
    const signed = Buffer.from(`${head}.${body}`);
    if (!verify(null, signed, this.key, Buffer.from(signature, 'base64url'))) throw new HubError('unauthenticated');
    const parsed = CallerClaims.safeParse(JSON.parse(Buffer.from(body, 'base64url').toString('utf8')));
    if (!parsed.success) throw new HubError('unauthenticated');
    return parsed.data;
  }

  private remember(statement: string, claims: CallerClaims): void {
    if (this.checked.size >= keptStatements) this.checked.delete(this.checked.keys().next().value ?? '');
    this.checked.set(statement, claims);
  }
}
