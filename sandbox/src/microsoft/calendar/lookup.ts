import type { SandboxKit } from '../../kit/world.ts';
import type { MicrosoftAccount } from '../accounts.ts';
import { noItem } from '../errors.ts';
import { occurrenceOn, type Occurrence } from './recurrence.ts';
import { calendarBy, calendarState, type StoredEvent } from './state.ts';

/** An event, or one of a series. */
export interface Found {
  readonly event: StoredEvent;
  readonly occurrence?: Occurrence;
}

/** What an id names in the person's calendars, or in one of them. @throws {Refusal} 404. */
export function findEvent(kit: SandboxKit, account: MicrosoftAccount, params: Readonly<Record<string, string>>): Found {
  const [, master = '', day] = /^(.*?)(?:_(\d{8}))?$/s.exec(params.event!) ?? [];
  const { events } = calendarState(kit);
  const event = Object.hasOwn(events, master) ? events[master]! : undefined;
  if (!event || event.owner !== account.id) throw noItem();
  if (params.calendar !== undefined && calendarBy(kit, account, params.calendar).id !== event.calendar) throw noItem();
  if (day === undefined) return { event };
  const occurrence = event.recurrence ? occurrenceOn(event, day) : undefined;
  if (!occurrence) throw noItem();
  return { event, occurrence };
}
