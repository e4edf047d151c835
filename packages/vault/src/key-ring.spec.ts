import { expect, test } from '@jest/globals';
import { chmod, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KeyRing, KeyRingError, newRing, newRingKey, wrapLimits } from './key-ring.ts';
import { commandSource, environmentSource, fileSource, writeRingFile, type KeySource } from './key-source.ts';
import { nextKeyId } from './ring-changes.ts';

const material = newRing('k1', 'operator');

async function folder() {
  const path = await mkdtemp(join(tmpdir(), 'ring-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true }) };
}

test('V-5 a ring proves itself against stored check values, and a new key is no fault', () => {
  const stored = new KeyRing(material).checkValues();

  const grown = new KeyRing({ ...material, keys: [...material.keys, newRingKey('k2')] });

  expect(() => grown.prove(stored)).not.toThrow();
  expect(stored['k1']).toMatch(/^[\w-]{22}$/);
  expect(material.keys[0]!.key).not.toContain(stored['k1']);
});

test('V-5 a wrong, missing or doubled key is named by its id', () => {
  const stored = new KeyRing(material).checkValues();
  const other = newRing('k1', 'operator');

  expect(() => new KeyRing(other).prove(stored)).toThrow(/k1 is not the one/);
  expect(() => new KeyRing(newRing('k9', 'operator')).prove(stored)).toThrow(/k1 is missing/);
  expect(() => new KeyRing({ ...material, keys: [...material.keys, newRingKey('k1')] })).toThrow(/k1 is there twice/);
  expect(() => new KeyRing({ active: 'k1', keys: [material.keys[0]!, { ...material.keys[0]!, id: 'k2' }] })).toThrow(
    /k1 and k2 are the same/,
  );
  expect(() => new KeyRing({ ...material, active: 'k7' })).toThrow(/k7 is missing/);
  expect(() => new KeyRing({ active: 'k1', keys: [{ id: 'k1', key: 'c2hvcnQ' }] })).toThrow(/k1 is not 32 bytes/);
});

test('V-7 wraps are counted per key, drained for the database, warned of at 2^30 and refused at 2^32', () => {
  const warned: number[] = [];
  const ring = new KeyRing(material, { onWarn: (_id, wraps) => warned.push(wraps) });

  ring.forWrapping();
  ring.forWrapping();
  expect(ring.drainWraps()).toEqual([{ keyId: 'k1', count: 2 }]);
  expect(ring.drainWraps()).toEqual([]);

  ring.setWraps('k1', wrapLimits.warnAt - 1);
  ring.forWrapping();
  expect(warned).toEqual([wrapLimits.warnAt]);

  ring.setWraps('k1', wrapLimits.refuseAt - 2);
  ring.forWrapping();
  expect(() => ring.forWrapping()).toThrow(KeyRingError);
});

test('V-8 file, environment and command give the same ring', async () => {
  await using place = await folder();
  const path = join(place.path, 'ring.json');
  await writeRingFile(path, material);
  const sources: KeySource[] = [
    fileSource(path),
    environmentSource('SWB_KEY_RING', JSON.stringify(material)),
    commandSource(process.execPath, ['-e', `process.stdout.write(${JSON.stringify(JSON.stringify(material))})`]),
  ];

  for (const source of sources) expect(await source.read()).toEqual(material);
});

test('V-8 every source refuses what is no ring, naming itself', async () => {
  await using place = await folder();
  const path = join(place.path, 'ring.json');
  await writeFile(path, '{"active":"k1"}', { mode: 0o600 });
  const sources: KeySource[] = [
    fileSource(path),
    fileSource(join(place.path, 'absent.json')),
    environmentSource('SWB_KEY_RING', 'not json'),
    environmentSource('SWB_KEY_RING', undefined),
    environmentSource('SWB_KEY_RING', '{"active":"k1","keys":[null]}'),
    commandSource(process.execPath, ['-e', 'process.exit(3)']),
    commandSource('/does/not/exist', []),
  ];

  for (const source of sources) await expect(source.read()).rejects.toThrow(/ring|SWB_KEY_RING/);
});

test('V-8 a key file that others may read is refused, and a replaced one leaves nothing behind', async () => {
  await using place = await folder();
  const path = join(place.path, 'ring.json');
  await writeRingFile(path, material);
  await writeRingFile(path, { ...material, madeBy: 'bootstrap' });

  expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect(await readdir(place.path)).toEqual(['ring.json']);

  await chmod(path, 0o640);
  await expect(fileSource(path).read()).rejects.toThrow(/mode 0600/);
});

test('the next key id follows the highest of the ring', () => {
  expect(nextKeyId(material)).toBe('k2');
  expect(nextKeyId({ ...material, keys: [...material.keys, newRingKey('k12'), newRingKey('hsm')] })).toBe('k13');
});
