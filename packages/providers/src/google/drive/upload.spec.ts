import { expect, test } from '@jest/globals';
import { NoAnswer } from '@switchboard/provider-kit';
import type { ScriptedAnswer, SeenRequest } from '@switchboard/provider-kit/testing';
import { uploadFile } from '../actions/upload-file.ts';
import { fakeGoogle } from '../testing/fake-google.ts';
import { uploadSession } from '../testing/fake-answers.ts';

const fileId = '01990000-0000-7000-8000-00000000000a';
const chunk = 16 * 256 * 1024;
const total = 2 * chunk + 10;
const bytes = Buffer.alloc(total, 'x');
const made = { id: 'new-1', name: 'big.bin', mimeType: 'application/octet-stream', size: String(total) };
const until = (last: number): ScriptedAnswer => ({ status: 308, headers: { range: `bytes=0-${last}` } });
const broken = new NoAnswer('The connection ended.', { mayHaveArrived: true });

/** Uploads while Google answers the parts in turn. */
async function uploaded(...answers: (ScriptedAnswer | Error)[]) {
  const parts: string[] = [];
  const google = fakeGoogle(
    ({ method, url, headers, text }: SeenRequest) => {
      if (url.pathname.endsWith('/generateIds')) return { json: { ids: ['new-1'] } };
      if (method === 'POST') return { headers: { location: uploadSession } };
      parts.push(`${headers['content-range']} with ${text.length}`);
      return answers.shift();
    },
    { [fileId]: { name: 'big.bin', mediaType: 'application/octet-stream', bytes } },
  );
  const output = google.run(uploadFile, { fileId });
  return { output, parts };
}

test('a file goes in chunks of 4 MiB, each behind the one before', async () => {
  const { output, parts } = await uploaded(until(chunk - 1), until(2 * chunk - 1), { json: made });

  await expect(output).resolves.toMatchObject({ id: 'new-1', sizeBytes: total });
  expect(parts).toEqual([
    `bytes 0-${chunk - 1}/${total} with ${chunk}`,
    `bytes ${chunk}-${2 * chunk - 1}/${total} with ${chunk}`,
    `bytes ${2 * chunk}-${total - 1}/${total} with 10`,
  ]);
});

test('a chunk that was cut off is gone on with from the byte Google has', async () => {
  const { output, parts } = await uploaded(broken, until(262_143), until(chunk - 1), until(2 * chunk - 1), {
    json: made,
  });

  await output;
  expect(parts.slice(0, 3)).toEqual([
    `bytes 0-${chunk - 1}/${total} with ${chunk}`,
    `bytes */${total} with 0`,
    `bytes 262144-${chunk - 1}/${total} with ${chunk - 262_144}`,
  ]);
});

test('a chunk that Google took in part is gone on with too', async () => {
  const { output, parts } = await uploaded(until(262_143), until(chunk - 1), until(2 * chunk - 1), { json: made });

  await output;
  expect(parts[1]).toBe(`bytes 262144-${chunk - 1}/${total} with ${chunk - 262_144}`);
});

test('where the last answer is lost the file is found made, not sent again', async () => {
  const { output, parts } = await uploaded(until(chunk - 1), until(2 * chunk - 1), broken, { json: made });

  await expect(output).resolves.toMatchObject({ id: 'new-1' });
  expect(parts.at(-1)).toBe(`bytes */${total} with 0`);
});

test('an upload that no longer moves is given up, and says that nothing was made', async () => {
  const { output, parts } = await uploaded(until(chunk - 1), ...Array.from({ length: 9 }, () => until(chunk - 1)));

  await expect(output).rejects.toMatchObject({ code: 'provider_unavailable' });
  expect(parts).toHaveLength(4);
});

test('a session that Google forgot ends the upload', async () => {
  const gone = { status: 404, json: { error: { code: 404, message: 'Not Found', errors: [] } } };
  const { output } = await uploaded(until(chunk - 1), gone);

  await expect(output).rejects.toMatchObject({ code: 'not_found' });
});
