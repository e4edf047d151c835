import { ActionRef, type ConnectionId, postConnectionAction } from '@switchboard/contracts';
import { queryOptions, skipToken } from '@tanstack/react-query';
import { createContext } from 'react';
import { call } from '../../lib/call.ts';
import { asObject, type Picked } from './json-schema.ts';

/** Where a form's choices come from. */
interface Choices {
  readonly connectionId: ConnectionId;
  /** False for a list that wants to know something first: then an id is typed. */
  readonly asksNothing?: (action: string) => boolean;
}
export const ChoicesOf = createContext<Choices | undefined>(undefined);

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** What an account offers for a field, by the read action that lists it. */
export const choicesQuery = (choices: Choices | undefined, picked: Picked) => {
  const { connectionId, asksNothing = () => true } = choices ?? {};
  const action = ActionRef.safeParse(picked.action);
  return queryOptions({
    queryKey: ['choices', connectionId, picked],
    staleTime: 30_000,
    retry: false,
    queryFn:
      connectionId && action.success && asksNothing(picked.action)
        ? async ({ signal }) => {
            const params = { connectionId, action: action.data };
            return choicesIn(await call(postConnectionAction, { params, body: {}, signal }), picked);
          }
        : skipToken,
  });
};

function choicesIn(output: unknown, { items, value = 'id', label = 'title' }: Picked): Choice[] {
  const rows = asObject(output)[items];
  const choices = (Array.isArray(rows) ? rows : []).map(asObject).flatMap((row) => {
    const id = row[value];
    if (typeof id !== 'string' && typeof id !== 'number') return [];
    const text = row[label];
    return [{ value: String(id), label: typeof text === 'string' && text !== '' ? text : String(id) }];
  });
  return [...new Map(choices.map((choice) => [choice.value, choice])).values()];
}
