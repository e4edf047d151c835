import { HubError } from '@switchboard/contracts';
import type { ActionContext } from '@switchboard/provider-kit';
import { asRead, gmailOf } from '../client.ts';
import { GoogleMessage } from './answer.ts';

const parts = (inner = ''): string => `mimeType,filename${inner && `,parts(${inner})`}`;
/** Headers and the outline of the parts, which tells attachments from texts, without their content. */
const fields = `id,threadId,labelIds,snippet,internalDate,payload(headers,${parts(parts(parts(parts())))})`;

/** Messages as a list shows them; those that are gone are left out. */
export async function fetchOutlines(
  context: Pick<ActionContext, 'http'>,
  ids: readonly string[],
): Promise<GoogleMessage[]> {
  const gmail = await gmailOf(context);
  return mapSome(ids, async (id) =>
    asRead(GoogleMessage, await gmail.users.messages.get({ userId: 'me', id, format: 'full', fields })),
  );
}

/** At most eight at a time; what is gone in the meantime is left out. */
async function mapSome<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: (R | undefined)[] = [];
  for (let start = 0; start < items.length; start += 8) {
    const group = items.slice(start, start + 8);
    results.push(...(await Promise.all(group.map((item) => work(item).catch(skipGone)))));
  }
  return results.filter((result) => result !== undefined);
}

function skipGone(error: unknown): undefined {
  if (error instanceof HubError && error.code === 'not_found') return undefined;
  throw error;
}
