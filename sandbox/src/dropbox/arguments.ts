import { z } from 'zod';
import { methodsFor, type ApiMethod } from '../kit/api.ts';
import { Refusal } from '../kit/refusal.ts';
import { Reply } from '../kit/rest.ts';
import type { SandboxRequest } from '../kit/exchange.ts';
import type { DropboxAccount } from './accounts.ts';

export type DropboxMethod = ApiMethod<DropboxAccount>;
const define = methodsFor<DropboxAccount>();

const whole = (pattern: string): z.ZodString =>
  z.string().regex(new RegExp(`^(?:${pattern})$`, 's'), 'did not match pattern');

/** Texts as the routes of the `files` namespace take them. */
export const paths = {
  read: whole(String.raw`/.*|id:.*|rev:[0-9a-f]{9,}|ns:[0-9]+(/.*)?`),
  readOrRoot: whole(String.raw`(/.*)?|id:.*|ns:[0-9]+(/.*)?`),
  write: whole(String.raw`/.*|ns:[0-9]+(/.*)?`),
  writeOrId: whole(String.raw`/.*|ns:[0-9]+(/.*)?|id:.*`),
};
export const rev = whole('[0-9a-f]{9,}');
export const cursor = z.string().min(1);
export const time = z.iso.datetime({ precision: 0, error: 'not a time as %Y-%m-%dT%H:%M:%SZ' });

/** A union whose tags carry nothing: the tag, or an object with it. */
export const tag = <const T extends readonly [string, ...string[]]>(...tags: T) =>
  z.union([z.enum(tags), z.strictObject({ '.tag': z.enum(tags) }).transform((one) => one['.tag'])]);

interface Route<Argument> {
  readonly route: string;
  /** Undefined where any token will do. */
  readonly scope?: string;
  run(account: DropboxAccount, argument: Argument): unknown;
}

/** A route that takes and answers JSON; without an argument it takes `null` or nothing. */
export const rpc = <Argument extends z.ZodType = z.ZodOptional<z.ZodNull>>(
  { route, scope, run }: Route<z.output<Argument>>,
  argument?: Argument,
): DropboxMethod =>
  define({
    id: route,
    http: 'POST',
    path: `/2/${route}`,
    scopes: scope === undefined ? [] : [scope],
    body: argument ?? z.null().optional(),
    run: ({ account, body }) => run(account, body as z.output<Argument>) ?? Reply.json(200, null),
  });

/** A route whose argument is in a header; an upload's body is its bytes. */
export const content = <Argument extends z.ZodType>(
  {
    route,
    scope,
    run,
  }: Omit<Route<never>, 'run'> & {
    run(account: DropboxAccount, argument: z.output<Argument>, bytes: Buffer): unknown;
  },
  argument: Argument,
  upload = true,
): DropboxMethod =>
  define({
    id: route,
    http: 'POST',
    path: `/2/${route}`,
    scopes: [scope!],
    accepts: ['bytes'],
    ...(upload && { body: z.instanceof(Buffer) }),
    run: ({ account, request }) =>
      run(account, argumentIn(request, argument), checked(request, upload)) ?? Reply.json(200, null),
  });

function checked(request: SandboxRequest, upload: boolean): Buffer {
  const type = request.headers['content-type'] ?? '';
  if (upload && type !== 'application/octet-stream')
    throw new Refusal('body_type', `Bad HTTP "Content-Type" header: "${type}". Expecting "application/octet-stream".`);
  return request.body;
}

function argumentIn<Argument extends z.ZodType>(request: SandboxRequest, schema: Argument): z.output<Argument> {
  const text = String(request.headers['dropbox-api-arg'] ?? '');
  const parsed = schema.safeParse(valueOf(text));
  if (parsed.success) return parsed.data;
  throw new Refusal('bad_body', 'HTTP header "Dropbox-API-Arg" is wrong.', { issue: parsed.error.issues[0]! });
}

function valueOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new Refusal('body_syntax', 'HTTP header "Dropbox-API-Arg": could not decode input as JSON');
  }
}
