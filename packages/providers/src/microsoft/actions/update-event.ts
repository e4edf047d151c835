import { calendarUpdateEvent, HubError, type CalendarEvent } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { changedSince, writtenBy } from '../../shared/calendar/event-fields.ts';
import { newSpan } from '../../shared/calendar/reschedule.ts';
import { calendarId, fetchEvent, madeByRun, patchEvent, removeEvent } from '../calendar/calls.ts';
import { changeOf, checkChange, has } from '../calendar/change.ts';
import { shown } from '../calendar/event.ts';
import { restoringBody } from '../calendar/fields.ts';
import { endBefore, resume, splitSeries } from '../calendar/split.ts';
import { subjectOf, targetOf, type Target } from '../calendar/target.ts';
import { spanOf } from '../calendar/time.ts';

type Before = CalendarEvent & { readonly target: Target };

interface Event {
  readonly calendarId?: string;
  readonly eventId: string;
  readonly scope: 'this' | 'following' | 'all';
}
/** What of an input says how the event is to be. */
function wished<T extends Event>({ calendarId: _calendar, eventId: _event, scope: _scope, ...fields }: T) {
  return fields;
}

export const updateEvent = defineAction({
  name: 'update_event',
  title: 'Change event',
  description: 'Changes the fields named of one event, of it and those that follow, or of its whole series.',
  fulfils: calendarUpdateEvent,
  effect: 'write',
  idempotent: true,
  needs: ['calendar.write'],
  phrases: ['move {eventId} to {start}', 'rename {eventId} to {title}', 'add {attendees} to {eventId}'],
  input: calendarUpdateEvent.input.extend({ calendarId }),
  output: calendarUpdateEvent.output,

  async before(context, input): Promise<Before> {
    const target = await targetOf(context, input);
    checkChange(target, wished(input));
    if (target.scope === 'following') newSpan(spanOf(target.event), input);
    else changeOf(target, input);
    return { ...shown(context, target.event, input.calendarId), target };
  },

  /** @see https://learn.microsoft.com/graph/api/event-update */
  async run(context, input) {
    const { calendarId: id } = input;
    const target = await targetOf(context, input);
    checkChange(target, wished(input));
    const changed =
      target.scope === 'following'
        ? await splitSeries(context, id, target, input)
        : await patchEvent(context, id, subjectOf(target).id, changeOf(target, input));
    return shown(context, changed, id);
  },

  async recover(context, input) {
    const { calendarId: id } = input;
    const made = await madeByRun(context, id);
    const target = await targetOf(context, input).catch((error: unknown) => {
      // The event that a finished split began with is no longer in the old series.
      if (made) return undefined;
      throw error;
    });
    if (made && target?.scope === 'following') await endBefore(context, id, target);
    if (made) return shown(context, made, id);
    const done = target && target.scope !== 'following' && has(subjectOf(target), changeOf(target, input));
    return done ? shown(context, subjectOf(target), id) : undefined;
  },

  async undo(context, { input, output, before: { target } }) {
    const { calendarId: id } = input;
    if (target.scope === 'following') {
      await resume(context, id, target.master);
      return removeEvent(context, id, output.id);
    }
    const names = writtenBy(input, target.scope === 'all' && Boolean(target.master.recurrence));
    const present = shown(context, await fetchEvent(context, id, output.id), id);
    if (changedSince(output, present, names)) {
      throw new HubError('conflict', 'This event was changed again in the meantime, so it is left as it is.');
    }
    await patchEvent(context, id, output.id, restoringBody(subjectOf(target), names));
  },

  examples: [
    {
      title: 'Move it to 4 pm',
      input: { eventId: 'AAMkDentist', start: { dateTime: '2026-12-01T16:00:00Z', timeZone: 'Europe/London' } },
    },
    { title: 'Rename the series', input: { eventId: 'AAMkStandup', scope: 'all', title: 'Planning' } },
    {
      title: 'Elsewhere, with a note',
      input: { eventId: 'AAMkDentist', location: 'Meadow Clinic, room 5', description: 'Bring the letter.' },
    },
    {
      title: 'From then on elsewhere',
      input: { eventId: 'AAMkStandup_20360303', scope: 'following', location: 'Room 5' },
    },
  ],
});
