import type { AnyAction } from '@switchboard/provider-kit';
import { cancelEvent } from './cancel-event.ts';
import { createEvent } from './create-event.ts';
import { findFreeTime } from './find-free-time.ts';
import { getEvent } from './get-event.ts';
import { listCalendars } from './list-calendars.ts';
import { listEvents } from './list-events.ts';
import { respondToEvent } from './respond-to-event.ts';
import { updateEvent } from './update-event.ts';

export const calendarActions: readonly AnyAction[] = [
  listEvents,
  getEvent,
  findFreeTime,
  createEvent,
  updateEvent,
  cancelEvent,
  respondToEvent,
  listCalendars,
];
