import { Readable } from 'node:stream';
import { expect, test } from '@jest/globals';
import pg from 'pg';
import { person, startIntegrations } from '../testing/start-integrations.ts';
import { FilesService } from './files.service.ts';

const note = { name: '../../etc/passwd', mediaType: 'text/plain\r\nx: y' };
const stage = (files: FilesService, owner: ReturnType<typeof person>) =>
  files.stage(note, Readable.from([Buffer.from('Milk')]), owner);

test('A-2 a staged file is its person’s alone, and neither its name nor its type becomes a path or a header', async () => {
  await using hub = await startIntegrations();
  const files = hub.get(FilesService);
  const ada = person();
  const { id } = await stage(files, ada);

  const { view, content } = await files.open(id, ada);

  expect(view).toMatchObject({ name: '.._.._etc_passwd', mediaType: 'application/octet-stream', sizeBytes: 4 });
  expect(Buffer.concat((await content.toArray()) as Buffer[]).toString()).toBe('Milk');
  await expect(files.open(id, person())).rejects.toMatchObject({ code: 'not_found' });
  await files.remove(id, person());
  await expect(files.open(id, ada)).resolves.toBeDefined();
  await files.remove(id, ada);
  await expect(files.open(id, ada)).rejects.toMatchObject({ code: 'not_found' });
});

test('R-5 what one person may have staged is bounded, and nobody else is held up by it', async () => {
  await using hub = await startIntegrations();
  const files = hub.get(FilesService);
  const ada = person();
  const owner = new pg.Client({ connectionString: hub.ownerUrl });
  await owner.connect();
  await owner.query(`SELECT set_config('swb.service', 'on', false)`);
  await owner.query(
    `INSERT INTO integrations.files SELECT gen_random_uuid(), $1, $2, 'x', 'text/plain', 1, '', 1, true,
      clock_timestamp() + interval '1 hour' FROM generate_series(1, 500)`,
    [ada.claims.hubId, ada.claims.memberId],
  );
  await owner.end();

  await expect(stage(files, ada)).rejects.toMatchObject({ code: 'payload_too_large' });
  await expect(stage(files, person())).resolves.toBeDefined();
});
