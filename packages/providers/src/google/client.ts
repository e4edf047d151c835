import type { calendar_v3 } from '@googleapis/calendar';
import type { drive_v3 } from '@googleapis/drive';
import type { gmail_v1 } from '@googleapis/gmail';
import type { people_v1 } from '@googleapis/people';
import type { places_v1 } from '@googleapis/places';
import type { tasks_v1 } from '@googleapis/tasks';
import { checkedAnswer, type ActionContext, type Http, type HttpMethod } from '@switchboard/provider-kit';
import type { z } from 'zod';

/** What Google's generated clients hand to their `auth`. */
interface GoogleCall {
  readonly url: string;
  readonly method?: string;
  readonly params?: Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>;
  readonly data?: unknown;
  readonly headers?: Headers;
  /** Most bytes of the answer. */
  readonly size?: number;
  /** Ours: true where the call may be repeated. */
  readonly retry?: boolean;
}

const kept = ['content-type', 'if-match', 'x-goog-fieldmask'];

/** Stands where Google's clients expect a credential, and sends each of their calls through the action's own `http`. */
function door(http: Http) {
  const request = async ({ url, method = 'GET', params, data, headers, retry, size }: GoogleCall) => {
    const verb = method.toUpperCase() as HttpMethod;
    const answer = await http.request(verb, url, {
      query: params,
      headers: Object.fromEntries(kept.flatMap((name) => (headers?.get(name) ? [[name, headers.get(name)!]] : []))),
      ...(await contentOf(data)),
      idempotent: verb === 'GET' || retry === true,
      maxAnswerBytes: size,
    });
    const text = await answer.text();
    return { status: answer.status, headers: new Headers(answer.headers), data: valueOf(text), config: {} };
  };
  // The clients ask nothing of `auth` but `request`.
  return { auth: { request } as unknown as string, retry: false };
}

/** An upload is gathered, so that it can be sent again with a fresh token; Gmail's limit keeps it under 36 MB. */
async function contentOf(data: unknown): Promise<{ body?: Uint8Array | string; json?: unknown }> {
  if (data === undefined) return {};
  if (typeof data === 'string' || data instanceof Uint8Array) return { body: data };
  if (typeof data !== 'object' || data === null || !(Symbol.asyncIterator in data)) return { json: data };
  const chunks: Uint8Array[] = [];
  for await (const chunk of data as AsyncIterable<Uint8Array | string>) chunks.push(Buffer.from(chunk as Uint8Array));
  return { body: Buffer.concat(chunks) };
}

function valueOf(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

/** Google's own calendar client. Loaded when first used: the clients weigh 27 MB together. */
export async function calendarOf({ http }: Pick<ActionContext, 'http'>): Promise<calendar_v3.Calendar> {
  const { calendar } = await import('@googleapis/calendar');
  return calendar({ version: 'v3', ...door(http) });
}

/** Google's own Gmail client. */
export async function gmailOf({ http }: Pick<ActionContext, 'http'>): Promise<gmail_v1.Gmail> {
  const { gmail } = await import('@googleapis/gmail');
  return gmail({ version: 'v1', ...door(http) });
}

/** Google's own People client. */
export async function peopleOf({ http }: Pick<ActionContext, 'http'>): Promise<people_v1.People> {
  const { people } = await import('@googleapis/people');
  return people({ version: 'v1', ...door(http) });
}

/** Google's own Tasks client. */
export async function tasksOf({ http }: Pick<ActionContext, 'http'>): Promise<tasks_v1.Tasks> {
  const { tasks } = await import('@googleapis/tasks');
  return tasks({ version: 'v1', ...door(http) });
}

/** Google's own Drive client; file contents go past it, so that they can be streamed. */
export async function driveOf({ http }: Pick<ActionContext, 'http'>): Promise<drive_v3.Drive> {
  const { drive } = await import('@googleapis/drive');
  return drive({ version: 'v3', ...door(http) });
}

/** Google's own client of Places (New). */
export async function placesOf({ http }: Pick<ActionContext, 'http'>): Promise<places_v1.Places> {
  const { places } = await import('@googleapis/places');
  return places({ version: 'v1', ...door(http) });
}

/** Marks a call that may be repeated: reads, and writes under an id of the run's own. */
export const repeatable = { retry: true } as const;

/** Google's answer to a read, in the shape we know (E-6). */
export const asRead = <T>(schema: z.ZodType<T>, { data }: { data: unknown }): T =>
  checkedAnswer(schema, data, { provider: { id: 'google', title: 'Google' }, changes: false });

/** Google's answer to a write, in the shape we know (E-6). */
export const asWritten = <T>(schema: z.ZodType<T>, { data }: { data: unknown }): T =>
  checkedAnswer(schema, data, { provider: { id: 'google', title: 'Google' }, changes: true });
