import { expect, test } from '@jest/globals';
import { requestTo, testKit } from '../kit/testing/kit.ts';
import { createTelegram } from './index.ts';

function start() {
  const kit = testKit();
  const world = createTelegram(kit);
  const token = () => world.keys!()[0]!.key!;
  const call = async (path: string, sent: Parameters<typeof requestTo>[2] = {}) => {
    const answer = await world.origins['https://api.telegram.org']!(
      requestTo('POST', `https://api.telegram.org${path}`, sent),
    );
    return { status: answer.status, body: JSON.parse(String(answer.body)) as Record<string, unknown> };
  };
  const method = (name: string, json?: unknown) =>
    call(`/bot${token()}/${name}`, {
      headers: { 'content-type': 'application/json' },
      ...(json !== undefined && { body: JSON.stringify(json) }),
    });
  return { kit, world, token, call, method };
}
const me = 710_000_001;

test.each([
  ['no token', '/getMe', 404],
  ['what is no token', '/bot1:short/getMe', 404],
  ['another token', `/bot1102015401:${'x'.repeat(35)}/getMe`, 401],
])('%s is refused', async (_name, path, status) => {
  const { call } = start();

  expect(await call(path)).toMatchObject({ status, body: { ok: false, error_code: status } });
});

test('a method is found whatever its letters, and an unknown one is not', async () => {
  const { method } = start();

  expect(await method('GETME')).toMatchObject({ status: 200, body: { ok: true, result: { is_bot: true } } });
  expect((await method('getYou')).status).toBe(404);
});

test('parameters come in the query, a form or JSON, with numbers and lists as texts', async () => {
  const { call, token } = start();
  const form = new URLSearchParams({ chat_id: String(me), text: 'x', reply_parameters: '{"message_id":102}' });

  expect((await call(`/bot${token()}/sendMessage?chat_id=${me}&text=x&disable_notification=true`)).status).toBe(200);
  expect((await call(`/bot${token()}/sendMessage`, { body: form })).body).toMatchObject({
    result: { reply_to_message: { message_id: 102 } },
  });
});

test.each([
  ['an unknown parameter', { chat_id: me, text: 'x', colour: 'red' }, 'colour'],
  ['a wrong type', { chat_id: me, text: 7 }, 'text'],
  ['no text', { chat_id: me, text: '  ' }, 'message text is empty'],
  ['a text that is too long', { chat_id: me, text: 'x'.repeat(4097) }, 'message is too long'],
  ['an unknown chat', { chat_id: 5, text: 'x' }, 'chat not found'],
  ['an answer to nothing', { chat_id: me, text: 'x', reply_parameters: { message_id: 9 } }, 'not found'],
  ['an unknown tag', { chat_id: me, text: '<h1>x</h1>', parse_mode: 'HTML' }, 'Unsupported start tag "h1"'],
  ['an open tag', { chat_id: me, text: '<b>x', parse_mode: 'HTML' }, "Can't find end tag"],
])('sending %s is refused', async (_name, json, words) => {
  const { method } = start();

  expect(await method('sendMessage', json)).toMatchObject({
    status: 400,
    body: { ok: false, description: expect.stringContaining(words) },
  });
});

test('tags become entities counted in UTF-16', async () => {
  const { method } = start();

  const { body } = await method('sendMessage', {
    chat_id: me,
    text: '🎂 <a href="https://x.example">a &lt; <b>b</b></a>',
    parse_mode: 'HTML',
  });

  expect(body.result).toMatchObject({
    text: '🎂 a < b',
    entities: [
      { type: 'bold', offset: 7, length: 1 },
      { type: 'text_link', offset: 3, length: 5, url: 'https://x.example' },
    ],
  });
});

test('an offset confirms the updates before it', async () => {
  const { method } = start();
  const ids = async (json: object) =>
    ((await method('getUpdates', json)).body.result as { update_id: number }[]).map(({ update_id: id }) => id);

  const all = await ids({});
  expect(all.length).toBeGreaterThan(2);
  expect(await ids({ offset: all[1] })).toEqual(all.slice(1));
  expect(await ids({})).toEqual(all.slice(1));
});

test('messages of others are not edited, and none is deleted after 48 hours', async () => {
  const { kit, method } = start();

  expect((await method('editMessageText', { chat_id: me, message_id: 101, text: 'x' })).status).toBe(400);
  kit.now += 48 * 3_600_000;
  expect(await method('deleteMessage', { chat_id: me, message_id: 102 })).toMatchObject({
    body: { description: expect.stringContaining("can't be deleted") },
  });
});

test('more than thirty calls in a second are told how long to wait', async () => {
  const { kit, method } = start();

  for (let count = 0; count < 30; count += 1) await method('getMe');
  expect(await method('getMe')).toMatchObject({ status: 429, body: { parameters: { retry_after: 1 } } });
  kit.now += 1000;
  expect((await method('getMe')).status).toBe(200);
});

test('a revoked token ends, and the next one is told', async () => {
  const { world, token, call, method } = start();
  const old = token();

  await world.revokeGrants('ada');

  expect((await call(`/bot${old}/getMe`)).status).toBe(401);
  expect((await method('getMe')).status).toBe(200);
  expect(world.pageOf('ada', new URLSearchParams()).text).toContain('has blocked the bot');
});
