import { describe, expect, test } from '@jest/globals';
import { HubError } from '@switchboard/contracts';
import type { AnyAction } from '@switchboard/provider-kit';
import type { SeenRequest } from '@switchboard/provider-kit/testing';
import { arbitraryOf } from '@switchboard/testing/arbitrary';
import { Discovery } from '@switchboard/testing/discovery';
import fc from 'fast-check';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fakeAnswer, instanceId, uploadSession } from './testing/fake-answers.ts';
import { features, keepFeatures, placesFeatures } from './features.ts';
import { google } from './index.ts';
import { fakeGoogle } from './testing/fake-google.ts';

const folder = path.resolve(import.meta.dirname, '../../../../../shared/specs/google');
const names = ['calendar.v3', 'gmail.v1', 'people.v1', 'tasks.v1', 'drive.v3', 'keep.v1', 'places.v1'];
const apis = names.flatMap((name) => Discovery.load(folder, name) ?? []);
const here = existsSync(folder) && apis.length === names.length;
const fileId = '01990000-0000-7000-8000-00000000000a';
const files = { [fileId]: { name: 'plan.txt', mediaType: 'text/plain', bytes: Buffer.from('plan') } };

const overrides = {
  eventId: fc.constantFrom('single', 'series', instanceId),
  timeZone: fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata'),
  recurrence: fc.constantFrom(['RRULE:FREQ=DAILY;COUNT=3'], ['FREQ=WEEKLY;BYDAY=MO']),
  fileId: fc.constant(fileId),
  attachmentId: fc.constant('1'),
  dueOn: fc.constantFrom('2026-12-01', undefined),
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
  radiusMetres: fc.integer({ min: 1, max: 50_000 }),
  taskId: fc.constantFrom('list-harborline/task-copy', '@default/task-1'),
  parentId: fc.constant('list-harborline/task-quay'),
  contactId: fc.constantFrom('people/c1001', 'people/c1'),
  noteId: fc.constantFrom('notes/packing-list', 'notes/AB_c-1'),
  placeId: fc.constantFrom('place-1', 'ChIJj61dQgK6j4AR4GeTYWZsWWw'),
  calendarId: fc.constantFrom('primary', 'team#x@group.calendar.google.com', 'ada@example.com'),
};

const known: Record<string, { scopes: readonly string[] }> = { ...features, ...keepFeatures, ...placesFeatures };

/** The scopes that the features an action needs are granted with. */
const scopesFor = ({ needs }: AnyAction): string[] => needs.flatMap((feature) => [...known[feature]!.scopes]);

/** The documents do not tell of the address that a resumable upload is sent to in parts. */
const isUploadPart = ({ method, url, headers }: SeenRequest): boolean =>
  method === 'PUT' && url.href === uploadSession && /^bytes \d+-\d+\/\d+$/.test(headers['content-range'] ?? '');

/** Everything an action sends for an input: before, run, recover and undo. */
async function requestsOf(action: AnyAction, input: unknown) {
  const fake = fakeGoogle(fakeAnswer, files);
  const context = fake.contextFor(action);
  const parsed = action.input.parse(input) as Record<string, unknown>;
  try {
    const before: unknown = await action.before?.(context, parsed);
    const output: unknown = action.output.parse(await action.run(context, parsed));
    await action.recover?.(context, parsed);
    await action.undo?.(context, { input: parsed, output, before });
  } catch (error) {
    const told = error instanceof HubError && ['input_invalid', 'conflict', 'not_found'].includes(error.code);
    if (!told) throw error;
  }
  return fake.http.seen;
}

function findingsOf(action: AnyAction, requests: Awaited<ReturnType<typeof requestsOf>>): string[] {
  return requests.flatMap((request) => {
    const { method, url, json } = request;
    if (isUploadPart(request)) return [];
    const api = apis.find((one) => one.match({ method, url }));
    if (!api) return [`${method} ${url.href} is no method of Google's`];
    const scopes = api.match({ method, url })!.method.scopes ?? [];
    // Looking for a sent mail goes beyond `mail.send`; without that right the outcome stays unknown.
    const looking = action.effect === 'send' && method === 'GET' && url.pathname.endsWith('/messages');
    const keyed = url.origin === 'https://places.googleapis.com';
    const granted = looking || keyed || scopesFor(action).some((scope) => scopes.includes(scope));
    return [
      ...api.findings({ method, url, json }),
      ...(granted ? [] : [`${action.name} has no scope for ${method} ${url.pathname}`]),
    ];
  });
}

if (here) {
  describe.each(google.actions.map((action) => [action.name, action] as const))('%s', (_name, action) => {
    test("sends, for its examples, only what Google's Discovery documents know, within its scopes", async () => {
      for (const { input } of action.examples as { input: unknown }[]) {
        expect(findingsOf(action, await requestsOf(action, input))).toEqual([]);
      }
    });

    test('sends, for any input, only what the documents know', async () => {
      await fc.assert(
        fc.asyncProperty(arbitraryOf(action.input, overrides), async (input) => {
          expect(findingsOf(action, await requestsOf(action, input))).toEqual([]);
        }),
        { numRuns: 40, seed: 20261121 },
      );
    });
  });
} else {
  test.skip(`LEFT OUT: Google's Discovery documents are not at ${folder}`, () => undefined);
}
