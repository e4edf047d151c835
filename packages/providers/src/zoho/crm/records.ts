import { HubError } from '@switchboard/contracts';
import type { ActionContext, Http } from '@switchboard/provider-kit';
import { z } from 'zod';

/** The modules of the CRM that have actions here, as the API spells them. */
export type Module = 'Leads' | 'Contacts' | 'Deals' | 'Tasks' | 'Notes';

const Info = z.object({
  more_records: z.boolean().default(false),
  page: z.int().default(1),
  next_page_token: z.string().nullish(),
});
const pageOf = <T extends z.ZodType>(record: T) => z.object({ data: z.array(record), info: Info.optional() });

/** The only row of a write's answer. */
const Written = z.object({
  data: z.tuple([z.object({ status: z.literal('success'), details: z.object({ id: z.string() }) })]),
});

export interface Asked {
  readonly query: string;
  readonly limit: number;
  readonly cursor?: string | undefined;
  /** More than words, as `(Email:equals:x)`. */
  readonly criteria?: string | undefined;
}

/** Beyond 2,000 records Zoho wants its own token instead of a page number; it is the cursor then. */
const placeOf = (cursor: string | undefined): Record<string, string | undefined> =>
  cursor === undefined ? {} : /^\d{1,4}$/.test(cursor) ? { page: cursor } : { page_token: cursor };

/**
 * Records of a module, newest change first, or those that a word or criteria finds.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/search-records.html (read 2026-11-21)
 */
export async function findRecords<T>(
  http: Http,
  module: Module,
  record: z.ZodType<T>,
  fields: readonly string[],
  { query, limit, cursor, criteria }: Asked,
): Promise<{ records: T[]; nextCursor?: string }> {
  const words = query.trim();
  const search = words !== '' || criteria !== undefined;
  // Zoho finds words of two letters and more.
  if (search && criteria === undefined && words.length < 2)
    throw new HubError('input_invalid', 'Zoho needs at least two letters to look for.');
  const answer = await http.get(`/${module}${search ? '/search' : ''}`, {
    query: {
      fields: fields.join(','),
      per_page: limit,
      ...placeOf(cursor),
      ...(criteria === undefined
        ? search
          ? { word: words }
          : { sort_by: 'Modified_Time', sort_order: 'desc' }
        : { criteria }),
    },
    schema: pageOf(record).optional(),
  });
  const info = answer?.info;
  const next = info?.more_records ? (info.next_page_token ?? String(info.page + 1)) : undefined;
  return { records: answer?.data ?? [], ...(next === undefined ? {} : { nextCursor: next }) };
}

/** One record. @throws HubError `not_found`. */
export async function readRecord<T>(
  http: Http,
  module: Module,
  record: z.ZodType<T>,
  fields: readonly string[],
  id: string,
): Promise<T> {
  const answer = await http.get(`/${module}/${encodeURIComponent(id)}`, {
    query: { fields: fields.join(',') },
    schema: pageOf(record).optional(),
  });
  const [found] = answer?.data ?? [];
  if (found === undefined) throw new HubError('not_found', 'Zoho no longer has that.');
  return found;
}

/** Adds a record. @returns its id. */
export async function addRecord(http: Http, module: Module, values: Record<string, unknown>): Promise<string> {
  const { data } = await http.post(`/${module}`, { json: { data: [values] }, schema: Written });
  return data[0].details.id;
}

/** Changes members of a record; running it twice has the same effect. */
export async function changeRecord(
  http: Http,
  module: Module,
  id: string,
  values: Record<string, unknown>,
): Promise<void> {
  await http.put(`/${module}/${encodeURIComponent(id)}`, {
    json: { data: [values] },
    schema: Written,
    idempotent: true,
  });
}

export const removeRecord = (http: Http, module: Module, id: string): Promise<void> =>
  http.delete(`/${module}/${encodeURIComponent(id)}`);

const recentMs = 15 * 60_000;

/** A record that was made in the last minutes and says exactly this; how an unclear creation is found again (R-1). */
export async function recentlyMade<T extends { readonly madeAt: string }>(
  { http, now }: Pick<ActionContext, 'http' | 'now'>,
  module: Module,
  record: z.ZodType<T>,
  fields: readonly string[],
  criteria: string,
): Promise<T | undefined> {
  const { records } = await findRecords(http, module, record, fields, { query: '', limit: 20, criteria });
  return records.find(({ madeAt }) => Math.abs(now.getTime() - Date.parse(madeAt)) < recentMs);
}

/** One condition of Zoho's criteria; what would end it early is escaped. */
export const equals = (field: string, value: string): string =>
  `(${field}:equals:${value.replaceAll(/[\\(),]/g, String.raw`\$&`)})`;

/** Only the members that were given. */
export const given = (values: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

/** What the members that a change names were, as undo writes them back. */
export async function asTheyWere(
  http: Http,
  module: Module,
  id: string,
  change: Readonly<Record<string, unknown>>,
): Promise<Record<string, unknown>> {
  const names = Object.keys(change);
  const was = await readRecord(http, module, z.looseObject({ id: z.string() }), names, id);
  return Object.fromEntries(names.map((name) => [name, was[name] ?? null]));
}
