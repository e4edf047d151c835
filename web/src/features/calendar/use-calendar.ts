import type { CalendarEvent, ConnectionId } from '@switchboard/contracts';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { calendarsQuery, eventsQuery } from './api.ts';
import type { Range } from './range.ts';

const colors = ['#1f9484', '#3b6fd4', '#b3541e', '#8a4fbf', '#b02a5b', '#5d7a1f', '#0f7ea8', '#8c6d1f'];

/** The calendars of an account and their events in a range, without the hidden ones; asks nothing while no account has any. */
export function useCalendar(connectionId: ConnectionId | undefined, range: Range, enabled: boolean) {
  const calendars = useQuery({ ...calendarsQuery(connectionId), enabled });
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const all = useMemo(() => calendars.data?.calendars ?? [], [calendars.data]);
  const shown = all.filter(({ id }) => !hidden.has(id));
  const account = calendars.data?.connectionId;
  const results = useQueries({ queries: shown.map(({ id }) => eventsQuery(account, id, range)) });

  const colorOf = useCallback(
    ({ calendarId }: Pick<CalendarEvent, 'calendarId'>) =>
      colors[
        Math.max(
          0,
          all.findIndex(({ id }) => id === calendarId),
        ) % colors.length
      ] ?? '',
    [all],
  );
  const toggle = (id: string) =>
    setHidden((before) =>
      before.has(id) ? new Set([...before].filter((other) => other !== id)) : new Set([...before, id]),
    );
  return {
    calendars: all,
    hidden,
    toggle,
    colorOf,
    account,
    accountName: calendars.data?.account,
    events: results.flatMap(({ data }) => data ?? []),
    error: calendars.error ?? results.find(({ error }) => error)?.error,
    pending: calendars.isPending || results.some(({ isPending }) => isPending),
  };
}
