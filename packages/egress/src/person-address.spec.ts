import { expect, test } from '@jest/globals';
import { createServer, type Server } from 'node:net';
import type { AddressInfo } from 'node:net';
import { isPublicAddress } from './address.ts';
import { createEgress } from './egress.ts';
import { personAddress } from './person-address.ts';

const v4 =
  `0.0.0.0 0.1.2.3 10.0.0.1 100.64.0.1 100.127.255.254 127.0.0.1 127.1.2.3 169.254.169.254 169.254.170.2 172.16.0.1
  172.31.255.255 192.0.0.1 192.0.0.170 192.0.2.1 192.88.99.1 192.168.1.1 198.18.0.1 198.19.255.255 198.51.100.1 203.0.113.1
  224.0.0.1 239.255.255.255 240.0.0.1 255.255.255.255`.split(/\s+/);
const v6 =
  `:: ::1 ::ffff:127.0.0.1 ::ffff:7f00:1 ::ffff:10.0.0.1 ::ffff:169.254.169.254 ::127.0.0.1 ::7f00:1 64:ff9b::7f00:1
  64:ff9b::127.0.0.1 64:ff9b:1::1 100::1 2001::1 2001:2::1 2001:10::1 2001:20::1 2001:db8::1 2002:7f00:1::1 2002:a00:1::
  3fff::1 5f00::1 fc00::1 fd00:ec2::254 fe80::1 fec0::1 ff02::1 ::ffff:0:127.0.0.1`.split(/\s+/);
const written =
  `2130706433 017700000001 0x7f000001 0x7f.0.0.1 0177.0.0.1 127.1 127.0.1 0 0x0 00000000 0300.0250.0001.0001
  3232235777 0xA9FEA9FE 2852039166 0xa9.0xfe.0xa9.0xfe 0251.0376.0251.0376 1.1 16843009 0x01010101 01.01.01.01 ①②⑦.⓪.⓪.① 127。0。0。1
  127.0.0.1. 10.0.0.1.`.split(/\s+/);
const names =
  `localhost localhost. LOCALHOST foo.localhost metadata metadata.google.internal metadata.google.internal. instance-data
  metadata.azure.com printer.local db.internal host.docker.internal x.home.arpa router.lan intranet wiki.corp foo.test foo.invalid
  foo.example 1.2.3 1.0.0.127.in-addr.arpa ｌｏｃａｌｈｏｓｔ kubernetes.default.svc.cluster.local x.onion`.split(
    /\s+/,
  );
const forms = [
  ...[...v4, ...written, ...names].map((host) => `https://${host}/hook`),
  ...v6.map((host) => `https://[${host}]/hook`),
  'http://example.com/',
  'ftp://example.com/',
  'https://example.com:22/',
  'https://example.com:80/',
  'https://user@example.com/',
  'https://user:pw@example.com/',
  'https://@example.com/',
  'https://example.com@127.0.0.1/',
  'https://127.0.0.1#@example.com/',
  'https://example.com\\@127.0.0.1/',
  'https:\\\\127.0.0.1/',
  'https://127.0.0.1\t/',
  'https://exam\nple.com/',
  ' https://example.com/',
  'https://[fe80::1%25eth0]/',
  'https://',
  'javascript:alert(1)',
  'file:///etc/passwd',
  '//example.com/',
  '',
];

test('E-4 F-39 more than 80 forms of addresses that people must not give are refused', async () => {
  await using egress = createEgress({ resolve: (_name, done) => done(null, [{ address: '127.0.0.1', family: 4 }]) });
  const passed: string[] = [];

  for (const url of forms) {
    const kind = await egress.sendToPerson({ url, method: 'POST', body: '{}' }).then(
      () => 'sent',
      (error: { kind: string }) => error.kind,
    );
    if (kind !== 'refused') passed.push(`${url} ${kind}`);
  }

  expect(forms.length).toBeGreaterThanOrEqual(80);
  expect(passed).toEqual([]);
});

test('E-4 names and addresses of the public internet pass as written', () => {
  for (const url of [
    'https://hooks.example.com/x?y=1',
    'https://example.com:8443/',
    'https://93.184.215.14/',
    'https://[2606:2800:21f:cb07:6820:80da:af6b:8b2c]/',
    'https://bücher.de/',
  ]) {
    expect(personAddress(url).protocol).toBe('https:');
  }
  for (const address of [...v4, ...v6]) expect([address, isPublicAddress(address)]).toEqual([address, false]);
});

test('E-4 F-28 mixed, private and absent answers make no connection, and a rebinding name is asked once', async () => {
  await using listener = await listen();
  const asked: string[] = [];
  const answers: Record<string, { address: string; family: number }[]> = {
    'mixed.acme.com': [
      { address: '93.184.215.14', family: 4 },
      { address: '127.0.0.1', family: 4 },
    ],
    'private.acme.com': [{ address: '10.1.2.3', family: 4 }],
    'six.acme.com': [{ address: '::ffff:127.0.0.1', family: 6 }],
    'none.acme.com': [],
  };
  await using egress = createEgress({
    limits: { connectMs: 200, totalMs: 400 },
    resolve: (name, done) => {
      asked.push(name);
      if (name === 'gone.acme.com') done(new Error('ENOTFOUND'), []);
      else done(null, answers[name] ?? [{ address: asked.length > 1 ? '127.0.0.1' : '192.0.2.1', family: 4 }]);
    },
  });
  const send = (host: string) =>
    egress.sendToPerson({ url: `https://${host}/`, method: 'POST' }).catch((error: { kind: string }) => error.kind);

  expect(await send('mixed.acme.com')).toBe('refused');
  expect(await send('private.acme.com')).toBe('refused');
  expect(await send('six.acme.com')).toBe('refused');
  expect(await send('none.acme.com')).toBe('unavailable');
  expect(await send('gone.acme.com')).toBe('unavailable');
  expect(asked).toHaveLength(5);
  expect(listener.hits()).toBe(0);
});

async function listen() {
  let hits = 0;
  const server: Server = createServer((socket) => {
    hits++;
    socket.destroy();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    port: (server.address() as AddressInfo).port,
    hits: () => hits,
    [Symbol.asyncDispose]: async () => void server.close(),
  };
}
