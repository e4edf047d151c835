import { HubError } from '@switchboard/contracts';
import { checkedAnswer, chunksOf, type ActionContext, type StagedFile } from '@switchboard/provider-kit';
import { z } from 'zod';
import { valueOf } from '../shared/json.ts';
import { isUnclear, rangeOf } from '../shared/resumable.ts';
import { BoxItem } from './item.ts';
import { digestHeader, digestOf, newDigest } from './sha1.ts';
import type { Target } from './upload.ts';

const uploads = 'https://upload.box.com/api/2.0/files';
const Session = z.object({
  id: z.string().regex(/^\w+$/),
  part_size: z
    .int()
    .positive()
    .max(256 * 1024 * 1024),
});
const Part = z.object({ part_id: z.string(), offset: z.int(), size: z.int(), sha1: z.string() });
type Part = z.infer<typeof Part>;
const Committed = z.object({ entries: z.array(BoxItem).min(1) });

/** A part that was interrupted is sent again, at most so often. */
const mostTries = 4;
/** Box may take its time to put the parts together; asked again at most so often. */
const mostCommits = 10;

/**
 * Uploads in parts of the size Box wants, one in memory at a time.
 * @see https://developer.box.com/guides/uploads/chunked (read 2026-11-21)
 */
export async function uploadInParts(context: ActionContext, file: StagedFile, target: Target): Promise<BoxItem> {
  const isNew = 'folder' in target;
  const asked = isNew
    ? { folder_id: target.folder, file_name: target.name, file_size: file.sizeBytes }
    : { file_size: file.sizeBytes, ...(target.name ? { file_name: target.name } : {}) };
  const address = isNew ? `${uploads}/upload_sessions` : `${uploads}/${target.file}/upload_sessions`;
  // Only a session is begun here; one that nothing is sent to ends by itself after a week.
  const session = await context.http.post(address, { json: asked, idempotent: true, schema: Session });
  const at = `${uploads}/upload_sessions/${session.id}`;
  const whole = newDigest();
  const parts: Part[] = [];
  let offset = 0;
  for await (const bytes of chunksOf(file.stream(), session.part_size)) {
    whole.update(bytes);
    parts.push(await sendPart(context, at, { bytes, offset, total: file.sizeBytes }));
    offset += bytes.byteLength;
  }
  if (offset !== file.sizeBytes) throw new HubError('input_invalid', 'The staged file is shorter than it says.');
  return commit(context, at, parts, digestHeader(whole));
}

interface Piece {
  readonly bytes: Uint8Array;
  readonly offset: number;
  readonly total: number;
}

/** Sends one part; after an interruption asks which parts have arrived, and sends it again only where it has not. */
async function sendPart(context: ActionContext, at: string, { bytes, offset, total }: Piece): Promise<Part> {
  const headers = {
    'content-type': 'application/octet-stream',
    'content-range': rangeOf(bytes, offset, total),
    digest: digestOf(bytes),
  };
  for (let tries = 1; ; tries += 1) {
    try {
      const answer = await context.http.put(at, { headers, body: bytes, schema: z.object({ part: Part }) });
      return answer.part;
    } catch (error) {
      if (!isUnclear(error)) throw error;
      const there = (await arrived(context, at)).find((part) => part.offset === offset);
      if (there) return there;
      if (tries >= mostTries) {
        throw new HubError('provider_unavailable', 'The upload to Box broke off. Nothing was made; try again.');
      }
    }
  }
}

const Page = z.object({ entries: z.array(Part), total_count: z.int().optional() });
const pageSize = 1000;

async function arrived({ http }: ActionContext, at: string): Promise<Part[]> {
  const parts: Part[] = [];
  for (;;) {
    const query = { offset: parts.length, limit: pageSize };
    const page = await http.get(`${at}/parts`, { query, schema: Page });
    parts.push(...page.entries);
    if (page.entries.length < pageSize) return parts;
  }
}

/** Makes the file of its parts; 202 says that Box is still at it. */
async function commit(context: ActionContext, at: string, parts: readonly Part[], digest: string): Promise<BoxItem> {
  for (let tries = 1; tries <= mostCommits; tries += 1) {
    const answer = await context.http.request('POST', `${at}/commit`, { headers: { digest }, json: { parts } });
    if (answer.status !== 202) {
      const attempt = { provider: { id: 'box', title: 'Box' }, changes: true };
      return checkedAnswer(Committed, valueOf(await answer.text()), attempt).entries[0]!;
    }
    await pause(Math.min(Number(answer.headers['retry-after']) || 1, 10), context.signal);
  }
  throw new HubError('outcome_unknown', undefined, { provider: 'box', reason: 'Box is still putting it together.' });
}

const pause = (seconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const stop = () => (clearTimeout(timer), reject(new HubError('deadline_exceeded')));
    const timer = setTimeout(() => (signal.removeEventListener('abort', stop), resolve()), seconds * 1000);
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
