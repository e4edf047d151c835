import type { CalendarEvent } from '@switchboard/contracts';
import type { DateTime } from 'luxon';
import { eventMoment } from '../../lib/time.ts';

export interface Placed {
  event: CalendarEvent;
  /** Minutes from midnight, clipped to the day. */
  from: number;
  to: number;
  lane: number;
  lanes: number;
}

const shortestMinutes = 25;

/** @returns where each timed event of a day stands: events at the same time stand side by side. */
export function placeDay(events: readonly CalendarEvent[], day: DateTime, zone: string): Placed[] {
  const minutes = (moment: DateTime) => Math.min(1440, Math.max(0, moment.diff(day, 'minutes').minutes));
  const items = events
    .map((event) => {
      const from = minutes(eventMoment(event.start, zone));
      const to = Math.max(from + shortestMinutes, minutes(eventMoment(event.end, zone)));
      return { event, from, to, lane: 0, lanes: 1 };
    })
    .toSorted((a, b) => a.from - b.from || b.to - a.to);

  let group: Placed[] = [];
  let groupEnd = -1;
  const close = () => {
    const lanes = Math.max(1, ...group.map(({ lane }) => lane + 1));
    for (const item of group) item.lanes = lanes;
    group = [];
  };
  for (const item of items) {
    if (item.from >= groupEnd) close();
    const taken = new Set(group.filter(({ to }) => to > item.from).map(({ lane }) => lane));
    while (taken.has(item.lane)) item.lane += 1;
    group.push(item);
    groupEnd = Math.max(groupEnd, item.to);
  }
  close();
  return items;
}
