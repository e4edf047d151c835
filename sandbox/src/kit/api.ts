import { z } from 'zod';
import type { SandboxRequest } from './exchange.ts';

/** How a request's body is encoded. */
export type BodyKind = 'json' | 'form' | 'multipart' | 'bytes';

/** One method of a provider's API, as its reference lists it. */
export interface ApiMethod<Account = unknown> {
  /** The provider's own name for it, as `gmail.users.messages.list`. */
  readonly id: string;
  readonly http: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** `{name}` stands for one path segment. */
  readonly path: string;
  /** Any one of these is enough. */
  readonly scopes: readonly string[];
  readonly query: z.ZodObject;
  readonly body?: z.ZodType;
  /** Quota units. */
  readonly cost: number;
  /** True where the body may be the bytes themselves, under `/upload`. */
  readonly upload: boolean;
  /** Encodings of the body; JSON unless told. */
  readonly accepts: readonly BodyKind[];
  /** Of a plain result; 200 unless told. */
  readonly status?: number;
  run(call: Call<Account>): unknown;
}

export interface Call<Account, Query = unknown, Body = unknown> {
  readonly account: Account;
  readonly scopes: ReadonlySet<string>;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Query;
  readonly body: Body;
  /** The bytes of an upload. */
  readonly media?: Buffer;
  readonly request: SandboxRequest;
}

interface Declared<Account, Q extends z.ZodObject, B extends z.ZodType> {
  id: string;
  http: ApiMethod['http'];
  path: string;
  scopes: readonly string[];
  query?: Q;
  body?: B;
  cost?: number;
  upload?: boolean;
  accepts?: readonly BodyKind[];
  status?: number;
  run(call: Call<Account, z.output<Q>, z.output<B>>): unknown;
}

/** Answers the function that declares one method for accounts of one kind, with the types its schemas give. */
export const methodsFor =
  <Account>() =>
  <Q extends z.ZodObject = z.ZodObject<Record<never, never>>, B extends z.ZodType = z.ZodUndefined>(
    declared: Declared<Account, Q, B>,
  ): ApiMethod<Account> => ({
    ...declared,
    query: declared.query ?? z.strictObject({}),
    cost: declared.cost ?? 1,
    upload: declared.upload ?? false,
    accepts: declared.accepts ?? ['json'],
    run: (call) => declared.run(call as Call<Account, z.output<Q>, z.output<B>>),
  });

/** True for an IANA time zone name. */
export function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** Query values arrive as text; these read them. */
export const q = {
  int: (min = 0, max = Number.MAX_SAFE_INTEGER) =>
    z
      .string()
      .regex(/^-?\d+$/, 'not a whole number')
      .transform(Number)
      .pipe(z.number().min(min).max(max))
      .optional(),
  bool: () =>
    z
      .enum(['true', 'false'], 'not true or false')
      .transform((value) => value === 'true')
      .optional(),
  text: () => z.string().optional(),
  time: () => z.iso.datetime({ offset: true, error: 'not an RFC 3339 time with an offset' }).optional(),
  zone: () => z.string().refine(isZone, 'not a time zone').optional(),
  many: () => z.array(z.string()).optional(),
};

/** A value that comes as itself or as JSON in a text; `complaint` is what is said of a text that is no JSON. */
export const jsonText = <T extends z.ZodType>(schema: T, complaint: string) =>
  z.union([
    schema,
    z
      .string()
      .transform((text, { addIssue }) => {
        try {
          return JSON.parse(text) as unknown;
        } catch {
          addIssue(complaint);
          return z.NEVER;
        }
      })
      .pipe(schema),
  ]);

export interface Matched<Account> {
  readonly method: ApiMethod<Account>;
  readonly params: Record<string, string>;
}

/** Finds the declared method for a verb and a path that is still percent-encoded. */
export function createRouter<Account>(
  methods: readonly ApiMethod<Account>[],
): (http: string, path: string) => Matched<Account> | undefined {
  const routes = methods.map((method) => {
    const names: string[] = [];
    const source = method.path
      .replace(/[.*+?^$()|[\]\\]/g, '\\$&')
      .replace(/\{(\w+)\}/g, (_all, name: string) => (names.push(name), '([^/:]+)'));
    return { method, names, pattern: new RegExp(`^${source}$`) };
  });
  return (http, path) => {
    for (const { method, names, pattern } of routes) {
      const found = method.http === http ? pattern.exec(path) : null;
      if (found) return { method, params: Object.fromEntries(names.map((name, at) => [name, decode(found[at + 1]!)])) };
    }
    return undefined;
  };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Gives a query's values as its schema wants them: a list where the schema has a list, else one value. */
export function queryValues(
  schema: z.ZodObject,
  query: URLSearchParams,
  ignored: ReadonlySet<string>,
): Record<string, unknown> {
  const shape = schema.shape as Record<string, z.ZodType>;
  const values: Record<string, unknown> = {};
  for (const name of new Set(query.keys())) {
    if (ignored.has(name) && !shape[name]) continue;
    const all = query.getAll(name);
    const inner = shape[name] instanceof z.ZodOptional ? shape[name].unwrap() : shape[name];
    values[name] = inner instanceof z.ZodArray || all.length > 1 ? all : all[0];
  }
  return values;
}
