import { ActionRef, type ConnectionId, postConnectionAction } from '@switchboard/contracts';
import { queryOptions, skipToken } from '@tanstack/react-query';
import { createContext } from 'react';
import { call } from '../../lib/call.ts';
import { ProblemError } from '../../lib/problem-error.ts';
import { asObject, type JsonObject, type JsonSchema, type Picked } from './json-schema.ts';

/** Where a form's choices come from. */
interface Choices {
  readonly connectionId: ConnectionId;
  /** False for a list that wants to know something first: then an id is typed. */
  readonly asksNothing?: (action: string) => boolean;
}
export const ChoicesOf = createContext<Choices | undefined>(undefined);

/** The form that a field stands in: its fields and what they hold. */
export const FormOf = createContext<{ readonly fields: Record<string, JsonSchema>; readonly value: JsonObject }>({
  fields: {},
  value: {},
});

/** @returns the fields that must be filled before the list can be asked for. */
export const missingFor = ({ given = {} }: Picked, form: JsonObject): string[] =>
  Object.values(given).filter((field) => !isFilled(form[field]));

const isFilled = (value: unknown): boolean => value !== undefined && value !== null && value !== '';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** What an account offers for a field, by the read action that lists it. */
export const choicesQuery = (choices: Choices | undefined, picked: Picked, form: JsonObject = {}) => {
  const { connectionId, asksNothing = () => true } = choices ?? {};
  const action = ActionRef.safeParse(picked.action);
  const given = Object.entries(picked.given ?? {});
  const body = Object.fromEntries(given.map(([name, field]) => [name, form[field]])) as Record<string, string>;
  const isAskable = given.length > 0 ? missingFor(picked, form).length === 0 : asksNothing(picked.action);
  return queryOptions({
    queryKey: ['choices', connectionId, picked, body],
    staleTime: 30_000,
    retry: (failures, error) => failures < 3 && waitMs(error) <= longestWaitMs,
    retryDelay: (_failures, error) => waitMs(error),
    queryFn:
      connectionId && action.success && isAskable
        ? async ({ signal }) => {
            const params = { connectionId, action: action.data };
            return choicesIn(await call(postConnectionAction, { params, query: { by: 'form' }, body, signal }), picked);
          }
        : skipToken,
  });
};

/** The longest that a list of choices waits by itself where the provider asks to. */
const longestWaitMs = 10_000;

const waitMs = (error: Error): number =>
  (error instanceof ProblemError ? (error.problem.retryAfterSeconds ?? Infinity) : Infinity) * 1000;

function choicesIn(output: unknown, { items, value = 'id', label = 'title', where = {} }: Picked): Choice[] {
  const wanted = Object.entries(where);
  const rows = rowsAt([asObject(output)], items.split('.')).filter((row) =>
    wanted.every(([member, is]) => row[member] === is),
  );
  const choices = rows.flatMap((row) => {
    const id = row[value];
    if (typeof id !== 'string' && typeof id !== 'number') return [];
    const text = row[label];
    return [{ value: String(id), label: typeof text === 'string' && text !== '' ? text : String(id) }];
  });
  return [...new Map(choices.map((choice) => [choice.value, choice])).values()];
}

/** The rows at the end of a way that leads through a list at each step. */
const rowsAt = (rows: readonly JsonObject[], [name, ...rest]: readonly string[]): readonly JsonObject[] => {
  if (name === undefined) return rows;
  const next = rows.flatMap((row) => {
    const list = row[name];
    return Array.isArray(list) ? list.map(asObject) : [];
  });
  return rowsAt(next, rest);
};
