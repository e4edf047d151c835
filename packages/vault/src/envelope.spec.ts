import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import type { EnvelopeIdentity } from './associated-data.ts';
import { EnvelopeError } from './envelope-error.ts';
import { envelopeKeyId, open, rewrap, seal } from './envelope.ts';
import { KeyRing, newRing, type RingMaterial } from './key-ring.ts';
import { activateKey, addKey, retireKey } from './ring-changes.ts';

const identity: EnvelopeIdentity = {
  hubId: 'hub',
  memberId: 'ada',
  provider: 'google',
  connectionId: 'c-1',
  purpose: 'refresh_token',
  credentialVersion: 3,
  environment: 'live',
};
const ring = () => new KeyRing(newRing('k1', 'operator'));

interface Vectors {
  readonly ring: RingMaterial;
  readonly vectors: readonly { identity: EnvelopeIdentity; plain: string; envelope: string }[];
}

test('V-1 what is sealed opens as the same bytes, and no two envelopes of one secret are alike', () => {
  const keys = ring();

  const first = seal(keys, 'ya29.secret-ü', identity);
  const second = seal(keys, 'ya29.secret-ü', identity);

  expect(open(keys, first, identity).toString()).toBe('ya29.secret-ü');
  expect(first.equals(second)).toBe(false);
  expect(first.includes('ya29')).toBe(false);
  expect(first).toHaveLength(1 + 1 + 2 + 12 + 32 + 16 + 12 + Buffer.byteLength('ya29.secret-ü') + 16);
});

test('V-1 the committed vectors open', () => {
  const { ring: material, vectors } = JSON.parse(
    readFileSync(new URL('../vectors/envelope-1.json', import.meta.url), 'utf8'),
  ) as Vectors;
  const keys = new KeyRing(material);

  const opened = vectors.map((vector) =>
    open(keys, Buffer.from(vector.envelope, 'base64url'), vector.identity).toString('base64url'),
  );

  expect(opened).toHaveLength(4);
  expect(opened).toEqual(vectors.map((vector) => vector.plain));
});

test('V-2 an envelope moved to any other hub, person, provider, connection, purpose, version or environment stays shut', () => {
  const keys = ring();
  const envelope = seal(keys, 'secret', identity);
  const others: Partial<EnvelopeIdentity>[] = [
    { hubId: 'hub2' },
    { memberId: 'bob' },
    { provider: 'asana' },
    { connectionId: 'c-2' },
    { purpose: 'access_token' },
    { credentialVersion: 2 },
    { environment: 'sandbox' },
    { hubId: 'huba', memberId: 'da' },
    { memberId: 'adagoogle', provider: '' },
  ];

  for (const other of others) {
    expect(() => open(keys, envelope, { ...identity, ...other })).toThrow(EnvelopeError);
    expect(() => rewrap(withSecondKey(keys), envelope, { ...identity, ...other })).toThrow(EnvelopeError);
  }
});

test('V-2 1,000 random swaps between rows, columns, hubs and old versions open nothing', () => {
  const keys = ring();
  const pick = <T>(...of: T[]): T => of[Math.floor(Math.random() * of.length)]!;
  const row = (): EnvelopeIdentity => ({
    hubId: pick('h1', 'h2'),
    memberId: pick('m1', 'm2', 'm3'),
    provider: pick('google', 'box'),
    connectionId: pick('c1', 'c2', 'c3'),
    purpose: pick('refresh_token', 'access_token'),
    credentialVersion: pick(1, 2, 3),
    environment: pick('sandbox', 'live'),
  });

  let swaps = 0;
  while (swaps < 1_000) {
    const [from, to] = [row(), row()];
    if (JSON.stringify(from) === JSON.stringify(to)) continue;
    swaps++;
    const envelope = seal(keys, 'secret', from);
    expect(() => open(keys, envelope, to)).toThrow(EnvelopeError);
  }
});

test('V-3 none of 100,000 mutations opens, and each fails with the one error', () => {
  const keys = ring();
  const good = [seal(keys, 'first secret', identity), seal(keys, 'other secret', identity)] as const;
  const random = (below: number): number => Math.floor(Math.random() * below);
  const mutations: ((envelope: Buffer) => Buffer)[] = [
    (envelope) => {
      const changed = Buffer.from(envelope);
      const at = random(changed.length);
      changed[at]! ^= 1 << random(8);
      return changed;
    },
    (envelope) => envelope.subarray(0, random(envelope.length)),
    (envelope) => envelope.subarray(1 + random(envelope.length - 1)),
    (envelope) => Buffer.concat([envelope, Buffer.alloc(1 + random(20), random(256))]),
    (envelope) => {
      const at = 1 + random(envelope.length - 1);
      return Buffer.concat([envelope.subarray(0, at), good[1].subarray(at)]);
    },
  ];

  let opened = 0;
  let odd = 0;
  for (let round = 0; round < 100_000; round++) {
    const changed = mutations[round % mutations.length]!(good[0]);
    if (changed.equals(good[0]) || changed.equals(good[1])) continue;
    try {
      open(keys, changed, identity);
      opened++;
    } catch (error) {
      if (!(error instanceof EnvelopeError) || error.message !== 'The sealed value does not open.') odd++;
    }
  }

  expect({ opened, odd }).toEqual({ opened: 0, odd: 0 });
});

test('V-3 a tag cut to four bytes never opens', () => {
  const keys = ring();
  const envelope = seal(keys, 'secret', identity);

  for (const cut of [1, 4, 8, 12]) {
    expect(() => open(keys, envelope.subarray(0, envelope.length - cut), identity)).toThrow(EnvelopeError);
  }
});

test('V-4 a value without an envelope is refused, never passed through', () => {
  for (const value of ['', 'plain refresh token', '1//0gABCDEF', '{"v":1}', '\u0001']) {
    expect(() => open(ring(), Buffer.from(value), identity)).toThrow(EnvelopeError);
  }
});

test('V-6 rotation adds, activates, re-wraps without opening and retires', () => {
  const first = newRing('k1', 'operator');
  const envelope = seal(new KeyRing(first), 'secret', identity);
  const added = addKey(first, 'k2');
  const active = activateKey(added, 'k2');

  const moved = rewrap(new KeyRing(active), envelope, identity);

  const retired = new KeyRing(retireKey(active, 'k1'));
  expect(envelopeKeyId(envelope)).toBe('k1');
  expect(envelopeKeyId(moved)).toBe('k2');
  expect(open(retired, moved, identity).toString()).toBe('secret');
  expect(open(new KeyRing(added), moved, identity).toString()).toBe('secret');
  expect(() => open(retired, envelope, identity)).toThrow(EnvelopeError);
  expect(rewrap(retired, moved, identity).equals(moved)).toBe(true);
});

function withSecondKey(keys: KeyRing): KeyRing {
  const material = activateKey(addKey(newRing('k1', 'operator'), 'k2'), 'k2');
  const second = new KeyRing(material);
  second.find = (id) => (id === 'k1' ? keys.find('k1') : KeyRing.prototype.find.call(second, id));
  return second;
}
