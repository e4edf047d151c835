import { expect, test } from '@jest/globals';
import { redirectOf } from './providers.ts';

const settings = { publicUrl: 'https://hub.example' };
const address = 'https://hub.example/oauth/notes/callback';

test('the doctor names the whole address to register, and the console where there is one', () => {
  const notes = { id: 'notes', title: 'Notes' };
  const setUp = { consoleUrl: 'https://notes.example/apps', steps: [] } as never;

  expect(redirectOf(notes, settings)).toMatchObject({
    seen: address,
    fix: `Register exactly ${address} at Notes`,
  });
  expect(redirectOf({ ...notes, setUp }, settings).fix).toBe(
    `Register exactly ${address} at Notes, in its console https://notes.example/apps`,
  );
});
