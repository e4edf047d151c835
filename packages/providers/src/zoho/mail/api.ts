import { HubError } from '@switchboard/contracts';
import { type ActionContext, checkedAnswer, type HttpRequest } from '@switchboard/provider-kit';
import { z } from 'zod';
import { hostsOf } from '../data-centres.ts';

type Context = Pick<ActionContext, 'http' | 'settings'>;

/** An id that may be a number too large for a number. */
export const Id = z.union([z.string(), z.number()]).transform(String);

/** What Zoho Mail wraps round every answer. */
const wrapped = <T extends z.ZodType>(data: T) => z.object({ data });

const base = ({ settings }: Pick<ActionContext, 'settings'>): string => `https://${hostsOf(settings).mail}/api`;

/** Numbers beyond 2^53 stay the digits that were sent. */
const lossless = (_name: string, value: unknown, { source }: { source?: string } = {}): unknown =>
  typeof value === 'number' && !Number.isSafeInteger(value) && Number.isInteger(value) ? source : value;

async function send<T>(
  context: Context,
  method: 'GET' | 'POST',
  path: string,
  request: HttpRequest,
  data: z.ZodType<T>,
): Promise<T> {
  const answer = await context.http.request(method, base(context) + path, request);
  const text = await answer.text();
  const value: unknown = text === '' ? undefined : JSON.parse(text, lossless);
  const attempt = { provider: { id: 'zoho', title: 'Zoho' }, changes: method !== 'GET' };
  return checkedAnswer(wrapped(data) as z.ZodType<{ data: T }>, value, attempt).data;
}

export const readMail = <T>(context: Context, path: string, data: z.ZodType<T>, query?: HttpRequest['query']) =>
  send(context, 'GET', path, query ? { query } : {}, data);

export const writeMail = <T>(context: Context, path: string, request: HttpRequest, data: z.ZodType<T>) =>
  send(context, 'POST', path, request, data);

const Account = z.object({ accountId: Id, primaryEmailAddress: z.string(), accountDisplayName: z.string().optional() });

/** The person's own mailbox. @throws HubError `not_found` where the account has none. */
export async function mailboxOf(context: Context): Promise<z.output<typeof Account>> {
  const [own] = await readMail(context, '/accounts', z.array(Account));
  if (!own) throw new HubError('not_found', 'This Zoho account has no mailbox.');
  return own;
}

const Folder = z.object({ folderId: Id, folderName: z.string(), folderType: z.string().optional() });
export type Folder = z.output<typeof Folder>;

export const foldersOf = (context: Context, accountId: string): Promise<Folder[]> =>
  readMail(context, `/accounts/${accountId}/folders`, z.array(Folder));
