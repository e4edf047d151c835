import { HubError, type MailSummary } from '@switchboard/contracts';
import type { ActionContext } from '@switchboard/provider-kit';
import type { z } from 'zod';
import { asRead, asWritten, gmailOf } from '../client.ts';
import { GoogleLabel, GoogleLabels, type GoogleMessage } from './answer.ts';
import { fetchOutlines } from './outlines.ts';
import { toSummary } from './parse.ts';

type Label = z.infer<typeof GoogleLabel>;
type Context = Pick<ActionContext, 'http'>;
const me = { userId: 'me' } as const;

const system: Readonly<Record<string, string>> = {
  inbox: 'INBOX',
  sent: 'SENT',
  draft: 'DRAFT',
  drafts: 'DRAFT',
  trash: 'TRASH',
  bin: 'TRASH',
  spam: 'SPAM',
  junk: 'SPAM',
  starred: 'STARRED',
  important: 'IMPORTANT',
  unread: 'UNREAD',
};

export async function fetchLabels(context: Context): Promise<Label[]> {
  const gmail = await gmailOf(context);
  return asRead(GoogleLabels, await gmail.users.labels.list(me)).labels;
}

/** Names by id, asked for only where one of the messages has a label of the person's own. */
export async function labelNames(
  context: Context,
  messages: readonly GoogleMessage[],
): Promise<ReadonlyMap<string, string>> {
  const own = messages.some(({ labelIds }) => labelIds.some((id) => /[a-z]/.test(id)));
  return new Map(own ? (await fetchLabels(context)).map(({ id, name }) => [id, name]) : []);
}

/** The ids of labels given by name. @throws HubError `input_invalid` where one does not exist. */
export async function labelIds(context: Context, names: readonly string[]): Promise<string[]> {
  const { ids, missing } = await resolve(context, names);
  if (missing.length === 0) return ids;
  const message = `There is no label named ${missing.join(', ')}.`;
  throw new HubError('input_invalid', message, { errors: [{ path: '/label', message }] });
}

/** The ids of those labels that exist. */
export const knownLabelIds = async (context: Context, names: readonly string[]): Promise<string[]> =>
  (await resolve(context, names)).ids;

/** The ids of labels given by name, made where they are missing. */
export async function ensureLabelIds(context: Context, names: readonly string[]): Promise<string[]> {
  const { ids, missing } = await resolve(context, names);
  if (missing.length === 0) return ids;
  const gmail = await gmailOf(context);
  const made: string[] = [];
  for (const name of missing) {
    made.push(asWritten(GoogleLabel, await gmail.users.labels.create({ ...me, requestBody: { name } })).id);
  }
  return [...ids, ...made];
}

async function resolve(context: Context, names: readonly string[]): Promise<{ ids: string[]; missing: string[] }> {
  const wanted = [...new Set(names.map((name) => name.trim()).filter(Boolean))];
  const own = wanted.filter((name) => !system[name.toLowerCase()]);
  const labels = own.length > 0 ? await fetchLabels(context) : [];
  const idOf = (name: string): string | undefined =>
    system[name.toLowerCase()] ??
    labels.find((label) => label.name.toLowerCase() === name.toLowerCase() || label.id === name)?.id;
  return {
    ids: wanted.flatMap((name) => idOf(name) ?? []),
    missing: wanted.filter((name) => !idOf(name)),
  };
}

/** Adds and takes off labels of several messages in one call. */
export async function changeLabels(
  context: Context,
  ids: readonly string[],
  addLabelIds: string[],
  removeLabelIds: string[],
): Promise<void> {
  if (ids.length === 0 || addLabelIds.length + removeLabelIds.length === 0) return;
  const gmail = await gmailOf(context);
  await gmail.users.messages.batchModify(
    { ...me, requestBody: { ids: [...ids], addLabelIds, removeLabelIds } },
    { retry: true },
  );
}

/** Which labels each message has, to put them back, and what the messages are. */
export interface LabelsBefore {
  readonly labels: readonly { readonly id: string; readonly labelIds: readonly string[] }[];
  readonly messages: readonly MailSummary[];
}

export async function readLabels(context: Context, ids: readonly string[]): Promise<LabelsBefore> {
  const messages = await fetchOutlines(context, ids);
  const names = await labelNames(context, messages);
  return {
    labels: messages.map(({ id, labelIds }) => ({ id, labelIds })),
    messages: messages.map((message) => toSummary(message, names)),
  };
}

/** Puts back those of the labels that a change added or took off, message by message where they differed. */
export async function restoreLabels(
  context: Context,
  { labels }: Pick<LabelsBefore, 'labels'>,
  touched: readonly string[],
): Promise<void> {
  for (const label of touched) {
    const had = labels.filter(({ labelIds }) => labelIds.includes(label)).map(({ id }) => id);
    const hadNot = labels.filter(({ labelIds }) => !labelIds.includes(label)).map(({ id }) => id);
    await changeLabels(context, had, [label], []);
    await changeLabels(context, hadNot, [], [label]);
  }
}
