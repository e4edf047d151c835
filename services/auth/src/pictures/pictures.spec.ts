import { expect, test } from '@jest/globals';
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createEgress } from '@switchboard/egress';
import type { Log } from '@switchboard/nest-kit';
import { pictureType } from './picture-type.ts';
import { PicturesService } from './pictures.service.ts';

const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
const address = 'https://pictures.example/ada.png';

/** The service at a server of pictures, with nothing behind it but what it would have stored. */
async function start(answer: (response: ServerResponse) => unknown = (response) => response.end(png)) {
  let asked = 0;
  const server = createServer((_, response) => {
    asked++;
    answer(response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const egress = createEgress({ originMap: { 'https://pictures.example': url } });
  const ended = Promise.withResolvers<'stored' | 'left'>();
  const changes = { commit: async () => ended.resolve('stored') };
  const log = { info: () => ended.resolve('left') } as unknown as Log;
  const pictures = new PicturesService(egress, {} as never, {} as never, changes as never, log);
  const follow = (from: string, environment: 'sandbox' | 'live' = 'sandbox') => {
    pictures.follow({ id: 'c1', hubId: 'h', memberId: 'm', provider: 'notes', environment }, from, 't');
    return ended.promise;
  };
  return {
    follow,
    asked: () => asked,
    [Symbol.asyncDispose]: async () => {
      await egress.close();
      server.closeAllConnections();
      server.close();
    },
  };
}

test('a picture is fetched and kept', async () => {
  await using hub = await start();

  expect(await hub.follow(address)).toBe('stored');
});

test.each([
  ['is a page', (response: ServerResponse) => response.setHeader('content-type', 'image/png').end('<html>')],
  ['is a drawing with scripts', (response: ServerResponse) => response.end('<svg onload="alert(1)"/>')],
  ['is larger than 256 KiB', (response: ServerResponse) => response.end(Buffer.concat([png, Buffer.alloc(262_144)]))],
  [
    'leads elsewhere',
    (response: ServerResponse) => response.writeHead(302, { location: 'https://evil.example' }).end(),
  ],
  ['is refused', (response: ServerResponse) => response.writeHead(403).end(png)],
])('O-16 what %s is no picture and is not kept', async (_, answer) => {
  await using hub = await start(answer);

  expect(await hub.follow(address)).toBe('left');
  expect(hub.asked()).toBe(1);
});

test.each([
  'https://127.0.0.1/ada.png',
  'https://[::ffff:10.0.0.1]/ada.png',
  'https://169.254.169.254/latest',
  'http://pictures.example/ada.png',
  'https://metadata.google.internal/x',
  'https://ada@cdn.notes.com/x',
  'data:image/png;base64,AAAA',
  'ada.png',
])('E-4 F-39 the picture of a live account at %s is not asked for', async (from) => {
  await using hub = await start();

  expect(await hub.follow(from, 'live')).toBe('left');
  expect(hub.asked()).toBe(0);
});

test('a sandbox account has no picture from outside the sandbox', async () => {
  await using hub = await start();

  expect(await hub.follow('https://elsewhere.com/ada.png')).toBe('left');
});

test('a picture is told by its first bytes', () => {
  const types = ['ffd8ffe0', '474946383961', '524946460000000057454250565038', '424d', ''].map((hex) =>
    pictureType(Buffer.from(hex, 'hex')),
  );

  expect([pictureType(png), ...types]).toEqual([
    'image/png',
    'image/jpeg',
    'image/gif',
    'image/webp',
    undefined,
    undefined,
  ]);
});
