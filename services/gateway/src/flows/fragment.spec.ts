import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { expect, test } from '@jest/globals';
import { completeFlow, type Flow } from '@switchboard/contracts';
import { hubId, startGateway } from '../testing/start-gateway.ts';

interface Page {
  readonly window: {
    readonly location: { readonly href: string };
    readonly document: { getElementById(id: string): { readonly textContent: string } | null };
  };
}
interface BrowserWindow {
  fetch: (path: string, options: { readonly body: string }) => Promise<unknown>;
  readonly document: Page['window']['document'];
  readonly MutationObserver: new (told: () => void) => { observe(node: unknown, what: { childList: true }): void };
}
/** Without its types, which would tell every service that it is a browser. */
const { JSDOM } = createRequire(import.meta.url)('jsdom') as {
  JSDOM: new (
    html: string,
    options: { url: string; runScripts: 'dangerously'; beforeParse: (window: BrowserWindow) => void },
  ) => Page;
};

const flowId = '01990000-0000-7000-8000-000000000001';
const flow = { id: flowId, purpose: 'connect', provider: 'board', status: 'succeeded', returnTo: '/connections' };
const state = 's'.repeat(43);
const address = '/oauth/board/callback';
const browser = { cookie: `swb-flow-${hubId}=${'b'.repeat(43)}`, 'x-switchboard': '1' };

/** Opens the page as a browser at this address would, until it says how it ended. @returns what it posted, what it shows, and whether its address was forgotten. */
async function open(html: string, rest: string, answer: { ok: boolean; body: object }) {
  const posted: string[] = [];
  const settled = Promise.withResolvers<void>();
  const page = new JSDOM(html, {
    url: `http://localhost:3000${address}${rest}`,
    runScripts: 'dangerously',
    beforeParse(window) {
      window.fetch = async (_path, options) => {
        posted.push(options.body);
        new window.MutationObserver(settled.resolve).observe(window.document.getElementById('text'), {
          childList: true,
        });
        return { ok: answer.ok, json: async () => answer.body };
      };
    },
  });
  await settled.promise;
  const { location, document } = page.window;
  return { posted, left: location.href, shown: document.getElementById('text')?.textContent };
}

async function fetchPage(): Promise<{ headers: Record<string, unknown>; text: string }> {
  await using gateway = await startGateway();
  const { text, headers } = await gateway.nobody().get(`${address}?state=${state}`);
  return { headers, text };
}

test('O-18 a callback that carries its state alone is answered with a page that loads nothing and runs its own script', async () => {
  const { headers, text } = await fetchPage();

  const script = /<script>([\s\S]*)<\/script>/.exec(text)?.[1] ?? '';
  const policy = String(headers['content-security-policy']);
  expect(policy).toContain(`script-src 'sha256-${createHash('sha256').update(script).digest('base64')}'`);
  expect(policy).toContain("connect-src 'self'");
  expect(headers['referrer-policy']).toBe('no-referrer');
  expect(text).not.toMatch(/\s(?:src|href)="(?!\/connections")/);
  expect(text).not.toContain(state);
});

test('O-18 the token of a fragment leaves the address at once and is posted', async () => {
  const { text } = await fetchPage();

  const seen = await open(text, `?state=${state}#token=canary-1`, { ok: false, body: { detail: 'Start again.' } });

  expect(seen.posted.map((body) => JSON.parse(body) as unknown)).toEqual([
    { parameters: { state, token: 'canary-1' } },
  ]);
  expect(seen).toMatchObject({ left: `http://localhost:3000${address}`, shown: 'Start again.' });
});

test('O-5 O-16 the page posts nothing that came twice and goes to no other host', async () => {
  const { text } = await fetchPage();
  const elsewhere = { ok: true, body: { location: '//evil.example' } };

  const twice = await open(text, `?state=${state}#token=a&state=${'t'.repeat(43)}`, { ok: false, body: {} });
  const away = await open(text, `?state=${state}#token=a`, elsewhere);

  expect(twice.posted).toEqual([JSON.stringify({ parameters: {} })]);
  expect(twice.shown).toContain('Start again');
  expect(away.left).toBe(`http://localhost:3000${address}`);
});

test('O-4 what the page posts is bound to the flow cookie, and answers where to go on', async () => {
  await using gateway = await startGateway();
  gateway.bus.answer(completeFlow, { flow: flow as unknown as Flow });

  const answer = await gateway
    .nobody()
    .post(address)
    .set(browser)
    .send({ parameters: { state, token: 'canary-1' } });

  expect(answer).toMatchObject({ status: 200, body: { location: expect.stringMatching(/^\/connected#flow=/) } });
  expect(gateway.bus.requestsOf(completeFlow)[0]).toMatchObject({
    provider: 'board',
    parameters: { state, token: 'canary-1' },
    browserBinding: createHash('sha256').update('b'.repeat(43)).digest('base64url'),
  });
  expect(answer.text + String(answer.headers['location'])).not.toContain('canary-1');
});

test('G-3 another site cannot have a browser hand over a token of its choice', async () => {
  await using gateway = await startGateway();
  gateway.bus.answer(completeFlow, { flow: flow as unknown as Flow });
  const post = () => gateway.nobody().post(address).set(browser).set('Origin', 'https://evil.example');

  expect((await post().send({ parameters: { state, token: 'theirs' } })).status).toBe(403);
  expect((await post().type('form').send({ state, token: 'theirs' })).status).toBeGreaterThanOrEqual(400);
  expect(gateway.bus.requestsOf(completeFlow)).toEqual([]);
});

test('a callback with a code is completed as ever, and one that says more than its state is no fragment', async () => {
  await using gateway = await startGateway();
  gateway.bus.answer(completeFlow, { flow: flow as unknown as Flow });

  await gateway.nobody().get(`${address}?state=${state}&code=c`).expect(303);
  await gateway.nobody().get(`${address}?state=${state}&error=access_denied`).expect(303);

  expect(gateway.bus.requestsOf(completeFlow)).toHaveLength(2);
});
