import { json } from '../kit/exchange.ts';
import { html } from '../kit/html.ts';
import { type RefusalKind, type Refuse, wordsOf } from '../kit/refusal.ts';
import { serveApi } from '../kit/rest.ts';
import type { SandboxKey, World, WorldFactory } from '../kit/world.ts';
import { callerOf } from './caller.ts';
import { methodsOf } from './methods.ts';
import { type Notebook, origin, seedNotebook, type Writer, writerBy, writers } from './model.ts';

const statuses: Partial<Record<RefusalKind, number>> = {
  unauthenticated: 401,
  bad_token: 401,
  limited: 429,
  unknown_path: 404,
  unknown_method: 405,
  not_found: 404,
  body_type: 415,
};

const refuse: Refuse = ({ kind, message, detail }) => {
  const words = detail.issue && wordsOf(detail.issue);
  const wait: Record<string, string> = detail.seconds === undefined ? {} : { 'retry-after': String(detail.seconds) };
  return json(statuses[kind] ?? 400, { error: words ? `${words.field}: ${words.text}` : message }, wait);
};

/** A small notes API of Fernhill Studio's own, to try a custom REST API with: by header, parameter or password. */
export const createRest: WorldFactory = (kit): World => {
  const notebookOf = (writer: Writer): Notebook =>
    kit.store.part(`rest.${writer.id}`, () => seedNotebook(writer, kit.clock()));
  const methods = methodsOf(kit, notebookOf);

  return {
    provider: 'rest',
    title: 'Custom REST API (Fernhill notes)',
    origins: {
      [origin]: serveApi<Writer>(kit, {
        name: 'rest',
        under: '/v1',
        methods,
        caller: callerOf,
        refuse,
        ignoredQuery: ['api_key'],
        quota: { units: 600 },
      }),
    },
    errorBody: (_status, reason) => ({ error: reason ?? 'Something went wrong.' }),
    accounts: () => writers.map(({ id, title }) => ({ id, title, subtitle: id })),
    keys: () => writers.flatMap((writer) => keysOf(writer)),
    stateOf: (id) => {
      const writer = writerBy(id);
      return writer && notebookOf(writer);
    },
    pageOf: (id) => {
      const { notes } = notebookOf(writerBy(id)!);
      return html`<section class="card">
        <h2>Notes</h2>
        <ul>
          ${notes.map(
            ({ title, text }) =>
              html`<li class="item">
                <strong>${title}</strong>
                <pre>${text}</pre>
              </li>`,
          )}
        </ul>
      </section>`;
    },
    expireTokens: () => Promise.resolve(0),
    revokeGrants: () => Promise.resolve(0),
    reset: () => {
      for (const { id } of writers) kit.store.forget(`rest.${id}`);
    },
  };
};

function keysOf({ title, user, key }: Writer): SandboxKey[] {
  const address = { baseUrl: `${origin}/v1`, checkPath: '/me' };
  return [
    { method: 'header', title, key, settings: { ...address, headerName: 'X-Api-Key', prefix: '' } },
    { method: 'query', title, key, settings: { ...address, parameter: 'api_key' } },
    { method: 'basic', title, key, settings: { ...address, user } },
  ];
}
