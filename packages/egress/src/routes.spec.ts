import { expect, test } from '@jest/globals';
import type { Resolve } from './address.ts';
import { defaultLimits } from './limits.ts';
import { OriginMap } from './origin-map.ts';
import { Routes } from './routes.ts';

const never: Resolve = () => undefined;
const start = () =>
  new Routes({
    originMap: new OriginMap(),
    allowPrivate: new Set(),
    limits: defaultLimits,
    resolve: never,
    connections: 1,
  });

test('R-5 origins that people type do not fill the memory, and one in use keeps its sockets', async () => {
  const routes = start();
  const poolOf = (name: string) => {
    const origin = `https://${name}.acme.com`;
    return routes.find({ id: 'typed', hosts: [origin], personAddress: true }, 'live', `${origin}/x`).pool;
  };
  const [busy, idle] = [poolOf('busy'), poolOf('idle')];
  const call = busy.request({ path: '/x', method: 'GET' }).catch((error: unknown) => error);
  expect(poolOf('idle')).toBe(idle);

  for (let at = 0; at < 1_000; at++) poolOf(`n${at}`);

  expect(poolOf('busy')).toBe(busy);
  expect(poolOf('idle')).not.toBe(idle);
  await routes.close();
  expect(await call).toBeInstanceOf(Error);
});
