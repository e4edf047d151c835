import { HubError } from '@switchboard/contracts';
import type { ActionContext } from '@switchboard/provider-kit';
import { pageAt } from '../pages.ts';
import { GraphDraft } from './answer.ts';
import { attachFiles, type Attached } from './attach.ts';
import { headers, literal, messagePath, type Context } from './calls.ts';

/** The property of the hub's own that tells which run wrote a mail; no recipient sees it. */
const runProperty = 'String {0f6d8f0c-2c0b-4c7e-8d7d-6a4a5e1c9b33} Name SwitchboardRun';
const traceOf = ({ run }: Pick<ActionContext, 'run'>) => ({
  singleValueExtendedProperties: [{ id: runProperty, value: run.marker }],
});

/** The kinds of drafts that Outlook makes of another mail. */
export type Answering = 'createReply' | 'createReplyAll' | 'createForward';

export const createDraft = (context: Pick<ActionContext, 'http' | 'run'>, message: object): Promise<GraphDraft> =>
  context.http.post('/me/messages', { json: { ...message, ...traceOf(context) }, headers, schema: GraphDraft });

/** A draft that answers or forwards a mail, with its quote; it bears the trace of the run from {@link changeDraft} on. */
export const draftOf = (
  { http }: Context,
  messageId: string,
  kind: Answering,
  json: object = {},
): Promise<GraphDraft> => http.post(`${messagePath(messageId)}/${kind}`, { json, headers, schema: GraphDraft });

export const changeDraft = (
  context: Pick<ActionContext, 'http' | 'run'>,
  draftId: string,
  message: object,
): Promise<GraphDraft> =>
  context.http.patch(messagePath(draftId), {
    json: { ...message, ...traceOf(context) },
    headers,
    idempotent: true,
    schema: GraphDraft,
  });

/** Takes a draft away; one that is gone is as good. */
export async function discard({ http }: Context, draftId: string): Promise<void> {
  try {
    await http.delete(messagePath(draftId), { idempotent: true, headers });
  } catch (error) {
    if (!(error instanceof HubError) || error.code !== 'not_found') throw error;
  }
}

/** Completes a draft. Where Microsoft surely refused, no half-written draft is left behind. */
export async function complete<T>(context: Context, draft: GraphDraft, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const unclear = error instanceof HubError && error.code === 'outcome_unknown';
    if (!unclear) await discard(context, draft.id).catch(() => undefined);
    throw error;
  }
}

/** Attaches the files and sends. The id stays the mail's own among the sent ones. */
export async function send(context: Context, { id, conversationId }: GraphDraft, files: readonly Attached[]) {
  await attachFiles(context, id, files);
  await context.http.request('POST', `${messagePath(id)}/send`, { headers });
  return { messageId: id, threadId: conversationId };
}

/** What the run wrote, sent or not. */
export async function writtenByRun(context: Pick<ActionContext, 'http' | 'run'>): Promise<GraphDraft[]> {
  const value = literal(context.run.marker);
  const $filter = `singleValueExtendedProperties/any(ep: ep/id eq ${literal(runProperty)} and ep/value eq ${value})`;
  const query = { $filter, $select: 'id,conversationId,isDraft', $top: 10 };
  return (await pageAt(context, '/me/messages', GraphDraft, { query, headers })).value;
}

/**
 * The mail that the run sent. A draft that still lies there was not sent: it is taken away, so that trying again leaves one mail.
 * @throws HubError `outcome_unknown` where there is no trace, since a mail on its way can be neither here nor there.
 */
export async function findSent(context: Pick<ActionContext, 'http' | 'run'>) {
  const written = await writtenByRun(context);
  const sent = written.find(({ isDraft }) => !isDraft);
  if (sent) return { messageId: sent.id, threadId: sent.conversationId };
  if (written.length === 0)
    throw new HubError('outcome_unknown', 'It is not clear whether Outlook sent the mail. Look into the sent items.');
  for (const { id } of written) await discard(context, id);
  return undefined;
}
