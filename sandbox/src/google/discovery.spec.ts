import { describe, expect, test } from '@jest/globals';
import { Discovery, type DiscoveryMethod } from '@switchboard/testing/discovery';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { Fixture, type Reply } from '../fixture.ts';
import { systemClock } from '../kit/clock.ts';
import { Quotas } from '../kit/quotas.ts';
import { Store } from '../kit/store.ts';
import { calendarMethods } from './calendar/index.ts';
import { EventBody } from './calendar/model.ts';
import { gmailMethods } from './gmail/index.ts';
import { Draft, Label, Message } from './gmail/bodies.ts';
import { driveApi } from './drive/index.ts';
import { FileBody, PermissionBody } from './drive/bodies.ts';
import { keepMethods, NoteBody } from './keep/index.ts';
import { peopleMethods } from './people/index.ts';
import { PersonBody } from './people/bodies.ts';
import { placesMethods } from './places/index.ts';
import { placesKey } from './places/key.ts';
import { TaskBody, TaskListBody } from './tasks/bodies.ts';
import { tasksMethods } from './tasks/index.ts';
import { callCalendar } from './testing/call-calendar.ts';
import { callDrive } from './testing/call-drive.ts';
import { callKeep, callPlaces } from './testing/call-keyed.ts';
import { callMail, type CallOf } from './testing/call-mail.ts';
import { callPeople } from './testing/call-people.ts';
import { callTasks } from './testing/call-tasks.ts';
import { serviceToken } from './testing/service-token.ts';
import { userinfoMethods } from './userinfo/index.ts';

const folder = path.resolve(import.meta.dirname, '../../../../shared/specs/google');
const here = existsSync(folder);
if (!here)
  process.stderr.write(
    '\nLEFT OUT: the sandbox is not held against Discovery documents, ../shared/specs is not here.\n',
  );

const kit = { store: new Store(), clock: systemClock, quotas: new Quotas(systemClock), seed: 7, clients: [] };
const served = [
  ['gmail.v1', 'https://gmail.googleapis.com', gmailMethods(kit)],
  ['calendar.v3', 'https://www.googleapis.com', calendarMethods(kit)],
  ['people.v1', 'https://people.googleapis.com', peopleMethods(kit)],
  ['tasks.v1', 'https://tasks.googleapis.com', tasksMethods(kit)],
  ['drive.v3', 'https://www.googleapis.com', driveApi(kit)],
  ['keep.v1', 'https://keep.googleapis.com', keepMethods(kit)],
  ['places.v1', 'https://places.googleapis.com', placesMethods(kit)],
  ['oauth2.v2', 'https://www.googleapis.com', userinfoMethods],
] as const;
const apis = served.flatMap(([name]) => Discovery.load(folder, name) ?? []);
const declared = (id: string): DiscoveryMethod | undefined =>
  apis.map((api) => methodOf(api.document, id)).find(Boolean);

interface Resources {
  readonly methods?: Readonly<Record<string, DiscoveryMethod>>;
  readonly resources?: Readonly<Record<string, Resources>>;
}
const methodOf = (resource: Resources, id: string): DiscoveryMethod | undefined =>
  Object.values(resource.methods ?? {}).find((method) => method.id === id) ??
  Object.values(resource.resources ?? {})
    .map((inner) => methodOf(inner, id))
    .find(Boolean);

const full = [
  'https://mail.google.com/',
  'calendar',
  'contacts',
  'contacts.other.readonly',
  'tasks',
  'drive',
  'openid',
  'email',
  'profile',
];

/** Holds an answer against the description of the method that gave it. */
function findings(http: string, official: string, reply: Reply): string[] {
  const url = new URL(official);
  for (const api of apis) {
    const match = api.match({ method: http, url });
    if (match) return api.answerFindings(match.method, reply.status === 204 ? undefined : reply.body);
  }
  return [`no method for ${http} ${official}`];
}

(here ? describe : describe.skip)("held against Google's Discovery documents", () => {
  test.each(served.flatMap(([, , methods]) => methods.map((method) => [method.id, method] as const)))(
    '%s asks for the scopes and takes the parameters that Google declares',
    (id, method) => {
      const official = declared(id);

      expect(official).toBeDefined();
      expect([...method.scopes].sort().filter((scope) => scope !== 'openid')).toEqual(
        [...(official!.scopes ?? [])].sort().filter((scope) => scope !== 'openid'),
      );
      const query = Object.entries(official!.parameters ?? {})
        .filter(([, parameter]) => parameter.location === 'query')
        .map(([name]) => name);
      expect(Object.keys(method.query.shape as object).sort()).toEqual(query.sort());
      expect(method.http).toBe(official!.httpMethod);
      expect(method.body !== undefined).toBe(official!.request !== undefined);
    },
  );

  test.each([
    ['Event', EventBody, 'calendar.v3'],
    ['Message', Message, 'gmail.v1'],
    ['Draft', Draft, 'gmail.v1'],
    ['Label', Label, 'gmail.v1'],
    ['Task', TaskBody, 'tasks.v1'],
    ['TaskList', TaskListBody, 'tasks.v1'],
    ['File', FileBody, 'drive.v3'],
    ['Permission', PermissionBody, 'drive.v3'],
    ['Person', PersonBody, 'people.v1'],
    ['Note', NoteBody, 'keep.v1'],
  ] as const)('the fields of %s are exactly those Google declares', (name, schema, api) => {
    const document = Discovery.load(folder, api)!.document;

    expect(Object.keys((schema as z.ZodObject).shape as object).sort()).toEqual(
      Object.keys(document.schemas[name]!.properties!).sort(),
    );
  });

  test('every answer of every method fits its schema', async () => {
    await using fixture = await Fixture.start();
    const { access_token } = await fixture.grant(full);
    const wrong: string[] = [];
    const called = new Set<string>();
    const service = await serviceToken(fixture);
    const place = { 'x-goog-api-key': placesKey, 'x-goog-fieldmask': '*' };
    const call: CallOf = async (http, official, body) => {
      const { hostname } = new URL(official);
      const token = hostname === 'keep.googleapis.com' ? service : access_token;
      const headers = hostname === 'places.googleapis.com' ? place : {};
      const reply = await fixture.call(token, http, official, body, headers);
      if (reply.status >= 300) wrong.push(`${http} ${official}: ${reply.status} ${JSON.stringify(reply.body)}`);
      wrong.push(...findings(http, official, reply).map((finding) => `${http} ${official}: ${finding}`));
      for (const api of apis) called.add(api.match({ method: http, url: new URL(official) })?.method.id ?? '');
      return reply;
    };

    await callMail(call);
    await callCalendar(call);
    await callPeople(call);
    await callTasks(call);
    await callDrive(call);
    await callKeep(call);
    await callPlaces(call);

    expect(wrong).toEqual([]);
    const all = served.flatMap(([, , methods]) => methods.map((method) => method.id));
    // The address of the bin looks like that of a file, and an export is no JSON; `drive.spec.ts` looks at both.
    expect(all.filter((id) => !called.has(id))).toEqual(['drive.files.emptyTrash', 'drive.files.export']);
  });
});
