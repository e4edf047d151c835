import { KeyRingError, newRingKey, type RingMaterial } from './key-ring.ts';

/** Adds a fresh key that can unwrap but does not wrap yet, so that every process may learn it first (V-6). */
export function addKey(ring: RingMaterial, id: string): RingMaterial {
  if (ring.keys.some((key) => key.id === id)) throw new KeyRingError(`Ring key ${id} is there already.`);
  return { ...ring, keys: [...ring.keys, newRingKey(id)] };
}

/** Makes a key of the ring the one that wraps. */
export function activateKey(ring: RingMaterial, id: string): RingMaterial {
  if (!ring.keys.some((key) => key.id === id)) throw new KeyRingError(`Ring key ${id} is missing.`);
  return { ...ring, active: id };
}

/** Takes an older key out; call only when no envelope is wrapped by it any more (V-6). */
export function retireKey(ring: RingMaterial, id: string): RingMaterial {
  if (ring.active === id) throw new KeyRingError(`Ring key ${id} is the active one.`);
  return { ...ring, keys: ring.keys.filter((key) => key.id !== id) };
}

/** The next id after those of the ring: `k1`, `k2`, … */
export function nextKeyId(ring: RingMaterial): string {
  const numbers = ring.keys.map(({ id }) => Number(/^k(\d{1,9})$/.exec(id)?.[1] ?? 0));
  return `k${Math.max(0, ...numbers) + 1}`;
}
