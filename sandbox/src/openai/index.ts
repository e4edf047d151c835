import { html } from '../kit/html.ts';
import { headerToken, serveApi } from '../kit/rest.ts';
import type { World, WorldFactory } from '../kit/world.ts';
import { holderBy, holders, type KeyHolder, models } from './accounts.ts';
import { methodsOf, type Usage } from './methods.ts';
import { refuse } from './refuse.ts';

const origin = 'https://api.openai.com';

/** OpenAI's API with models that say always the same; three keys, one of them without credit. */
export const createOpenai: WorldFactory = (kit): World => {
  const usageOf = ({ id }: KeyHolder): Usage => kit.store.part(`openai.${id}`, () => ({ asked: [], calls: 0 }));
  const revoked = (): { keys: string[] } => kit.store.part('openai.revoked', () => ({ keys: [] }));
  const serve = serveApi<KeyHolder>(kit, {
    name: 'openai',
    under: '/v1',
    methods: methodsOf(kit, usageOf),
    caller: (request) => {
      const key = headerToken(request);
      if (key === undefined) return 'missing';
      const account = holders.find((holder) => holder.key === key && !revoked().keys.includes(key));
      return account && { account, scopes: new Set<string>() };
    },
    refuse,
    quota: { units: 500 },
    quotaHeaders: ({ limit, remaining, resetSeconds }) => ({
      'x-ratelimit-limit-requests': String(limit),
      'x-ratelimit-remaining-requests': String(remaining),
      'x-ratelimit-reset-requests': `${resetSeconds}s`,
    }),
    headers: { 'openai-version': '2020-10-01', 'openai-processing-ms': '12' },
  });

  return {
    provider: 'openai',
    title: 'OpenAI-compatible models',
    origins: { [origin]: serve },
    errorBody: (_status, reason) => ({
      error: { message: reason ?? 'The server had an error.', type: 'server_error', param: null, code: null },
    }),
    accounts: () =>
      holders.map(({ id, title, credit }) => ({ id, title, subtitle: credit ? id : 'Its credit is used up' })),
    keys: () => holders.map(({ title, key }) => ({ method: 'key', title, key, settings: { baseUrl: `${origin}/v1` } })),
    stateOf: (id) => {
      const holder = holderBy(id);
      return holder && usageOf(holder);
    },
    pageOf: (id) => pageOf(usageOf(holderBy(id)!)),
    expireTokens: () => Promise.resolve(0),
    revokeGrants: (id) => {
      const ended = holders.filter((holder) => id === undefined || holder.id === id).map(({ key }) => key);
      revoked().keys = [...new Set([...revoked().keys, ...ended])];
      kit.store.changed();
      return Promise.resolve(ended.length);
    },
    reset: () => {
      for (const { id } of holders) kit.store.forget(`openai.${id}`);
      kit.store.forget('openai.revoked');
    },
  };
};

const pageOf = ({ asked, calls }: Usage) =>
  html`<section class="card">
      <h2>What was asked</h2>
      <p class="soft">${calls} calls that cost something.</p>
      ${asked.length === 0 && html`<p>Nothing yet.</p>`}
      <ul>
        ${asked.map(
          ({ at, model, question, answer, tokens }) =>
            html`<li class="item">
              <strong>${question}</strong>
              <p>${answer}</p>
              <span class="soft">${model}, ${tokens} tokens, ${at}</span>
            </li>`,
        )}
      </ul>
    </section>
    <section class="card">
      <h2>Models</h2>
      <ul>
        ${models.map(({ id }) => html`<li class="item"><code>${id}</code></li>`)}
      </ul>
    </section>`;
