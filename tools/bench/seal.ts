import type { Row } from './row.ts';
import { bench as measure } from './vault.ts';

/** Seal plus open against bare AES-256-GCM. */
export function bench(): Row[] {
  const { bareMicros, vaultMicros, ratio } = measure();
  return [
    {
      what: 'seal plus open of 200 bytes, against bare AES-256-GCM',
      measured: `${vaultMicros.toFixed(0)} µs against ${bareMicros.toFixed(0)} µs: ${ratio.toFixed(2)}`,
      bar: '0.3',
      ok: ratio >= 0.3,
    },
  ];
}
