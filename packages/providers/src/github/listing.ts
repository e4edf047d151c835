import { checkedAnswer, type ActionContext, type HttpRequest } from '@switchboard/provider-kit';
import type { z } from 'zod';

interface Page {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** One page of a list; `nextCursor` where the answer's Link header names a next one (RFC 8288). */
export async function listed<T>(
  { http }: Pick<ActionContext, 'http'>,
  { path, query }: { path: string; query?: HttpRequest['query'] },
  { limit, cursor }: Page,
  schema: z.ZodType<T>,
): Promise<{ value: T; next: { nextCursor?: string } }> {
  const answer = await http.request('GET', path, { query: { ...query, per_page: limit, page: cursor } });
  const json: unknown = JSON.parse((await answer.text()) || 'null');
  const value = checkedAnswer(schema, json, { provider: { id: 'github', title: 'GitHub' }, changes: false });
  const link = (answer.headers.link ?? '').split(',').find((one) => one.includes('rel="next"'));
  const page = /[?&]page=(\d+)/.exec(link ?? '')?.[1];
  return { value, next: page === undefined ? {} : { nextCursor: page } };
}
