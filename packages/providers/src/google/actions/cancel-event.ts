import { calendarCancelEvent, type CalendarEvent } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { calendarChoice } from '../../shared/calendar/choices.ts';
import { has, patchEvent } from '../calendar/change.ts';
import { primary, sendUpdatesOf } from '../calendar/event.ts';
import { findEvent, shown } from '../calendar/events.ts';
import { linesBefore } from '../calendar/recurrence.ts';
import { endBefore, removeEvent, resume } from '../calendar/split.ts';
import { subjectOf, targetOf, type Target } from '../calendar/target.ts';

type Before = CalendarEvent & { readonly target: Target };

export const cancelEvent = defineAction({
  name: 'cancel_event',
  title: 'Cancel event',
  description: 'Cancels one event, it and those that follow, or its whole series, and tells the people invited.',
  fulfils: calendarCancelEvent,
  effect: 'destroy',
  idempotent: true,
  needs: ['calendar.write'],
  phrases: ['cancel {eventId}', 'delete {eventId}', 'call off {eventId}'],
  input: calendarCancelEvent.input.extend({ calendarId: calendarChoice('google') }),
  output: calendarCancelEvent.output,

  async before(context, input): Promise<Before> {
    const target = await targetOf(context, input);
    return { ...shown(target.event, primary(input.calendarId)), target };
  },

  /** @see https://developers.google.com/workspace/calendar/api/v3/reference/events/delete */
  async run(context, input) {
    const at = { calendarId: primary(input.calendarId), sendUpdates: sendUpdatesOf(input.notify) };
    const target = await targetOf(context, input);
    if (target.scope === 'following') await endBefore(context, at, target);
    else await removeEvent(context, at, subjectOf(target).id);
    return { eventId: input.eventId, cancelled: true } as const;
  },

  async recover(context, input) {
    const calendarId = primary(input.calendarId);
    const event = await findEvent(context, calendarId, input.eventId);
    const done = { eventId: input.eventId, cancelled: true } as const;
    if (!event || event.status === 'cancelled') return done;
    const target = await targetOf(context, input);
    if (target.scope !== 'following') return undefined;
    return has(target.master, { recurrence: linesBefore(target.master.recurrence ?? [], target.split) })
      ? done
      : undefined;
  },

  async undo(context, { input, before: { target } }) {
    const at = { calendarId: primary(input.calendarId), sendUpdates: sendUpdatesOf(input.notify) };
    if (target.scope === 'following') await resume(context, at, target.master);
    else await patchEvent(context, at, subjectOf(target).id, { status: 'confirmed' });
  },

  examples: [
    { input: { eventId: 'dentist' } },
    {
      title: 'The rest of a series',
      input: { eventId: 'standup_20360303T093000Z', scope: 'following', notify: 'none' },
    },
  ],
});
