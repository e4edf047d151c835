import { generateKeyPairSync } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { type CallerClaims, HubError, rolePermissions } from '@switchboard/contracts';
import { SystemClock } from './clock.ts';
import { StatementSigner, StatementVerifier } from './statement.ts';

class MovableClock extends SystemClock {
  ahead = 0;

  override now(): Date {
    return new Date(new Date().getTime() + this.ahead);
  }
}

const id = '01990000-0000-7000-8000-000000000001';
const pair = () => generateKeyPairSync('ed25519');
const pem = ({ publicKey, privateKey }: ReturnType<typeof pair>) => ({
  public: publicKey.export({ format: 'pem', type: 'spki' }).toString(),
  private: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
});

function start() {
  const keys = pem(pair());
  const clock = new MovableClock();
  const now = Math.floor(clock.now().getTime() / 1000);
  const claims = {
    hubId: id,
    memberId: id,
    role: 'member',
    via: 'session',
    sessionId: id,
    permissions: [...rolePermissions.member],
    authenticatedAt: now,
    issuedAt: now,
    expiresAt: now + 60,
  } as unknown as CallerClaims;
  return {
    claims,
    clock,
    signer: new StatementSigner(keys.private),
    verifier: new StatementVerifier(keys.public, clock),
  };
}

test('a statement says who is asking, until it expires', () => {
  const { claims, clock, signer, verifier } = start();
  const statement = signer.sign(claims);

  expect(verifier.verify(statement)).toEqual(claims);
  clock.ahead = 61_000;
  expect(() => verifier.verify(statement)).toThrow(HubError);
});

test('G-7 every flipped character, other key, other version, missing or added part is refused', () => {
  const { claims, signer, verifier } = start();
  const statement = signer.sign(claims);
  const [version, body = '', signature = ''] = statement.split('.');
  const other = new StatementSigner(pem(pair()).private).sign(claims);
  const forged = [
    other,
    `swbc2.${body}.${signature}`,
    `${version}.${body}`,
    `${version}.${body}.`,
    `${version}..${signature}`,
    `${statement}.x`,
    `${version}.${Buffer.from(JSON.stringify({ ...claims, role: 'owner' })).toString('base64url')}.${signature}`,
    '',
    'null',
  ];
  const flipped = Array.from({ length: statement.length - 1 }, (_, at) => {
    const character = statement[at] === 'A' ? 'B' : 'A';
    return statement.slice(0, at) + character + statement.slice(at + 1);
  });

  for (const statementOfNobody of [...forged, ...flipped]) expect(() => verifier.verify(statementOfNobody)).toThrow();
});

test('A-6 what was checked before is forgotten for a session, a key or a member that ended', () => {
  const { claims, signer, verifier } = start();
  const statement = signer.sign(claims);
  verifier.verify(statement);

  verifier.dropFor({ sessionId: id });

  expect(verifier.verify(statement)).toEqual(claims);
});
