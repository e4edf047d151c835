import { serveApi } from '../kit/rest.ts';
import type { SandboxKey, World, WorldFactory } from '../kit/world.ts';
import { methodsOf } from '../notes/methods.ts';
import { type Notebook, origin, seedNotebook, type Writer, writerBy, writers } from '../notes/model.ts';
import { notesPage } from '../notes/page.ts';
import { refusedNotes } from '../notes/refusal.ts';
import { callerOf } from './caller.ts';

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
        refuse: (refusal) => refusedNotes(refusal),
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
    pageOf: (id) => notesPage(notebookOf(writerBy(id)!)),
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
