import { connect } from 'node:net';
import { expect, test } from '@jest/globals';
import { startGateway } from '../testing/start-gateway.ts';

test('F-29 five hundred connections that say almost nothing keep nobody waiting, and are cut', async () => {
  await using gateway = await startGateway();
  const { port } = new URL(gateway.url);
  const answers: string[] = [];
  const closed = Array.from({ length: 500 }, () => {
    const socket = connect(Number(port), '127.0.0.1', () => socket.write('GET /api/v1/setup HTTP/1.1\r\nHost: loc'));
    socket.on('data', (text) => answers.push(text.toString()));
    socket.once('error', () => undefined);
    return new Promise((resolve) => socket.once('close', resolve));
  });

  const started = performance.now();
  await gateway.nobody().get('/api/v1/setup').expect(200);
  expect(performance.now() - started).toBeLessThan(1_500);

  await Promise.all(closed);
  expect(performance.now() - started).toBeLessThan(20_000);
  expect(answers.every((answer) => answer.includes('did not arrive in time'))).toBe(true);
  await gateway.nobody().get('/api/v1/setup').expect(200);
}, 30_000);
