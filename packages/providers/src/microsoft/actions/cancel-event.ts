import { calendarCancelEvent, type CalendarEvent } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { calendarId, eventPath, findEvent, insertEvent, removeEvent } from '../calendar/calls.ts';
import { has } from '../calendar/change.ts';
import { shown } from '../calendar/event.ts';
import { checkNotify, restoringBody } from '../calendar/fields.ts';
import { endBefore, resume, ruleBefore } from '../calendar/split.ts';
import { subjectOf, targetOf, type Target } from '../calendar/target.ts';

type Before = CalendarEvent & { readonly target: Target };
const cancelled = true as const;
const all = ['title', 'start', 'end', 'attendees', 'location', 'description', 'reminders'] as const;

export const cancelEvent = defineAction({
  name: 'cancel_event',
  title: 'Cancel event',
  description:
    'Cancels one event, it and those that follow, or its whole series, and tells the people invited. Taking it back invites them anew.',
  fulfils: calendarCancelEvent,
  effect: 'destroy',
  idempotent: true,
  needs: ['calendar.write'],
  phrases: ['cancel {eventId}', 'delete {eventId}', 'call off {eventId}'],
  input: calendarCancelEvent.input.extend({ calendarId }),
  output: calendarCancelEvent.output,

  async before(context, input): Promise<Before> {
    const target = await targetOf(context, input);
    check(target, input.notify);
    return { ...shown(context, target.event, input.calendarId), target };
  },

  /** @see https://learn.microsoft.com/graph/api/event-cancel */
  async run(context, { notify, ...input }) {
    const { calendarId: id, eventId } = input;
    const target = await targetOf(context, input);
    check(target, notify);
    const { id: subjectId, isOrganizer, attendees } = subjectOf(target);
    if (target.scope === 'following') await endBefore(context, id, target);
    else if (isOrganizer && attendees.length > 0) {
      await context.http.request('POST', `${eventPath(id, subjectId)}/cancel`, { json: {}, idempotent: true });
    } else await removeEvent(context, id, subjectId);
    return { eventId, cancelled };
  },

  async recover(context, input) {
    const { calendarId: id, eventId } = input;
    const event = await findEvent(context, id, eventId);
    if (!event || event.isCancelled) return { eventId, cancelled };
    const target = await targetOf(context, input);
    if (target.scope !== 'following') return undefined;
    return has(target.master, { recurrence: ruleBefore(target) }) ? { eventId, cancelled } : undefined;
  },

  /** An event of a series comes back on its own. What was only on one's own calendar cannot come back. */
  async undo(context, { input, before: { target } }) {
    const { calendarId: id } = input;
    if (target.scope === 'following') return void (await resume(context, id, target.master));
    const subject = subjectOf(target);
    const names = subject.recurrence ? [...all, 'recurrence' as const] : all;
    await insertEvent(context, id, restoringBody(subject, names));
  },

  examples: [
    { input: { eventId: 'AAMkDentist' } },
    { title: 'A whole series', input: { eventId: 'AAMkHarbour', scope: 'all' } },
    { title: 'The rest of a series', input: { eventId: 'AAMkStandup_20360303', scope: 'following' } },
  ],
});

/** The organizer's cancellation goes to everyone invited; an end of what follows is an update to them. */
function check(target: Target, notify: 'all' | 'external' | 'none'): void {
  const { isOrganizer, attendees } = subjectOf(target);
  if (isOrganizer) checkNotify(notify, attendees.length);
}
