import type { AnswerOf, BodyInput, RouteDefinition } from '@switchboard/contracts';
import type { z } from 'zod';
import { i18n } from '../i18n/i18n.ts';
import { newKey } from './ids.ts';
import { isProblem, localProblem } from './problem-error.ts';
import { confirmIdentity } from './reauthentication.ts';
import { send, type Values } from './send.ts';

/** zod's empty object is `Record<string, never>`. */
type IsEmpty<T> = string extends keyof T ? true : keyof T extends never ? true : false;
type Part<Name extends string, T> =
  IsEmpty<T> extends true ? unknown : Partial<T> extends T ? { [K in Name]?: T } : { [K in Name]: T };

/** What a route wants: its parameters, its query and its body, each left out where it has none. */
export type CallOptions<R extends RouteDefinition> = Part<'params', z.input<R['params']>> &
  Part<'query', z.input<R['query']>> &
  ([BodyInput<R>] extends [undefined] ? unknown : { body: BodyInput<R> }) & { signal?: AbortSignal };

type Args<R extends RouteDefinition> =
  Partial<CallOptions<R>> extends CallOptions<R> ? [CallOptions<R>?] : [CallOptions<R>];

interface Exchanged<R extends RouteDefinition> {
  answer: AnswerOf<R>;
  headers: Headers;
}

/**
 * Calls one route of the hub; parameters, body and answer are typed and checked by the route itself.
 * Asks the person to confirm who they are where the route wants a fresh sign-in, then repeats the call.
 * @throws {ProblemError} with the hub's problem document.
 */
export const call = async <R extends RouteDefinition>(route: R, ...args: Args<R>): Promise<AnswerOf<R>> =>
  (await exchange(route, ...args)).answer;

/** The same, with the answer's headers beside it. */
export async function exchange<R extends RouteDefinition>(route: R, ...args: Args<R>): Promise<Exchanged<R>> {
  const options = (args[0] ?? {}) as Values;
  const values: Values = { ...options, key: route.method === 'POST' ? newKey() : undefined };
  try {
    return await answer(route, values);
  } catch (error) {
    if (!isProblem(error, 'reauthentication_required')) throw error;
    const confirmed = await confirmIdentity();
    // Who asked may be gone by now, and what is made would be shown to nobody.
    values.signal?.throwIfAborted();
    if (!confirmed) throw localProblem('reauthentication_required', i18n.t('identity.cancelled'));
    return answer(route, { ...values, key: values.key === undefined ? undefined : newKey() });
  }
}

async function answer<R extends RouteDefinition>(route: R, values: Values): Promise<Exchanged<R>> {
  const response = await send(route, values);
  const parsed = route.reply.safeParse(await response.json().catch(() => undefined));
  if (parsed.success) return { answer: parsed.data as AnswerOf<R>, headers: response.headers };
  throw localProblem('internal', undefined, response.headers.get('traceparent') ?? '');
}
