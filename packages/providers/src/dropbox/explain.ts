import type { Explained, ProviderDeclaration } from '@switchboard/provider-kit';
import { z } from 'zod';

const DropboxFailure = z.object({
  error_summary: z.string().default(''),
  error: z.unknown(),
  user_message: z.object({ text: z.string() }).optional(),
});
const Details = z.object({
  required_scope: z.string().optional(),
  retry_after: z.number().nonnegative().optional(),
  correct_offset: z.number().nonnegative().optional(),
});

/** What the tags of an endpoint's own error mean; the first that fits counts. */
const meanings: readonly (readonly [RegExp, Explained])[] = [
  [/^not_found$|_not_found$/, { kind: 'not_found', advice: 'Dropbox has nothing there any more.' }],
  [/^too_many_(write_operations|requests)$/, { kind: 'limited' }],
  [/^(conflict|shared_link_already_exists|incorrect_offset|closed)$/, { kind: 'conflict' }],
  [/^reset$/, { kind: 'conflict', advice: 'The folder changed too much. List it again from the start.' }],
  [/^insufficient_(space|quota)$/, { kind: 'rejected', advice: 'There is not enough space left in this Dropbox.' }],
  [/^(disallowed_name|malformed_path)$/, { kind: 'rejected', advice: 'Dropbox does not take that name.' }],
  [/^email_not_verified$/, { kind: 'rejected', advice: 'Confirm your e-mail address at Dropbox first.' }],
  [/^not_file$/, { kind: 'rejected', advice: 'That is a folder. Choose a file in it.' }],
  [/^not_folder$/, { kind: 'rejected', advice: 'That is a file. Choose a folder.' }],
];

/**
 * Reads Dropbox's errors: plain text with 400, else `{ error_summary, error }` where `error` is a union of tags.
 * @see https://www.dropbox.com/developers/documentation/http/documentation#error-handling read on 2026-11-21
 */
export const explain: ProviderDeclaration['explain'] = ({ status, headers, body }) => {
  const parsed = DropboxFailure.safeParse(body);
  const failure = parsed.success ? parsed.data : undefined;
  const reason = failure ? failure.user_message?.text || reasonOf(failure.error_summary) : textOf(body);
  const details = detailsIn(failure?.error);
  const tags = tagsIn(failure?.error);

  if (status === 401) {
    const scope = tags.includes('missing_scope');
    return scope ? { kind: 'scope', reason: details.required_scope ?? reason } : { kind: 'credential', reason };
  }
  const retryAfterSeconds = secondsOf(headers['retry-after']) ?? details.retry_after;
  if (status === 429) return { kind: 'limited', reason, retryAfterSeconds };
  if (status >= 500) return { kind: 'unavailable', reason, retryAfterSeconds };
  if (status !== 409) return { kind: status === 404 ? 'not_found' : 'rejected', reason };

  const [, meaning] = meanings.find(([tag]) => tags.some((one) => tag.test(one))) ?? [];
  const offset = details.correct_offset;
  const told = offset === undefined ? reason : `incorrect_offset ${offset}`;
  return {
    ...(meaning ?? { kind: 'rejected' }),
    reason: told,
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
  };
};

/** `path/not_found/...` without the dots that stand for what may come. */
const reasonOf = (summary: string): string | undefined => summary.replace(/\/?\.*$/, '') || undefined;

const textOf = (body: unknown): string | undefined => (typeof body === 'string' && body !== '' ? body : undefined);

/** Every `.tag` of a union, the outermost first; a union without members may be the tag alone. */
function tagsIn(error: unknown): string[] {
  if (typeof error === 'string') return [error];
  if (typeof error !== 'object' || error === null) return [];
  const { '.tag': tag, ...members } = error as Record<string, unknown>;
  const inner = Object.values(members).filter((member) => typeof member === 'object');
  return [...(typeof tag === 'string' ? [tag] : []), ...inner.flatMap(tagsIn)];
}

/** The numbers and names that stand beside the tags, however deep. */
function detailsIn(error: unknown): z.infer<typeof Details> {
  if (typeof error !== 'object' || error === null) return {};
  const own = Details.safeParse(error);
  const inner = Object.values(error).map(detailsIn);
  return Object.assign({}, ...inner, own.success ? own.data : {}) as z.infer<typeof Details>;
}

function secondsOf(value: string | undefined): number | undefined {
  const seconds = Number(value);
  return value !== undefined && Number.isFinite(seconds) && seconds >= 0 ? seconds : undefined;
}
