import { calendarUpdateEvent, HubError, type CalendarEvent } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { calendarChoice } from '../../shared/calendar/choices.ts';
import { changedSince, writtenBy } from '../../shared/calendar/event-fields.ts';
import { newSpan } from '../../shared/calendar/reschedule.ts';
import { changeOf, has, patchEvent } from '../calendar/change.ts';
import { primary, sendUpdatesOf } from '../calendar/event.ts';
import { fetchEvent, findEvent, ownEventId, shown } from '../calendar/events.ts';
import { restoringBody } from '../calendar/fields.ts';
import { endBefore, removeEvent, resume, splitSeries } from '../calendar/split.ts';
import { subjectOf, targetOf, type Target } from '../calendar/target.ts';
import { spanOf } from '../calendar/time.ts';

type Before = CalendarEvent & { readonly target: Target };

const atOf = ({ calendarId, notify }: { calendarId?: string; notify: 'all' | 'external' | 'none' }) => ({
  calendarId: primary(calendarId),
  sendUpdates: sendUpdatesOf(notify),
});

export const updateEvent = defineAction({
  name: 'update_event',
  title: 'Change event',
  description: 'Changes the fields named of one event, of it and those that follow, or of its whole series.',
  fulfils: calendarUpdateEvent,
  effect: 'write',
  idempotent: true,
  needs: ['calendar.write'],
  phrases: ['move {eventId} to {start}', 'rename {eventId} to {title}', 'add {attendees} to {eventId}'],
  input: calendarUpdateEvent.input.extend({ calendarId: calendarChoice('google') }),
  output: calendarUpdateEvent.output,

  async before(context, input): Promise<Before> {
    const target = await targetOf(context, input);
    if (target.scope === 'following') newSpan(spanOf(target.event), input);
    else changeOf(target, input);
    return { ...shown(target.event, primary(input.calendarId)), target };
  },

  /** @see https://developers.google.com/workspace/calendar/api/v3/reference/events/patch */
  async run(context, input) {
    const at = atOf(input);
    const target = await targetOf(context, input);
    const changed =
      target.scope === 'following'
        ? await splitSeries(context, at, target, input)
        : await patchEvent(context, at, subjectOf(target).id, changeOf(target, input));
    return shown(changed, at.calendarId);
  },

  async recover(context, input) {
    const at = atOf(input);
    const made = await findEvent(context, at.calendarId, ownEventId(context));
    const target = await targetOf(context, input).catch((error: unknown) => {
      // The occurrence that a finished split began with is no longer in the old series.
      if (made) return undefined;
      throw error;
    });
    if (made && target?.scope === 'following') await endBefore(context, at, target);
    if (made) return shown(made, at.calendarId);
    const done = target && target.scope !== 'following' && has(subjectOf(target), changeOf(target, input));
    return done ? shown(subjectOf(target), at.calendarId) : undefined;
  },

  async undo(context, { input, output, before: { target } }) {
    const at = atOf(input);
    if (target.scope === 'following') {
      await resume(context, at, target.master);
      return removeEvent(context, at, output.id);
    }
    const names = writtenBy(input, target.scope === 'all');
    const present = shown(await fetchEvent(context, at.calendarId, output.id), at.calendarId);
    if (changedSince(output, present, names)) {
      throw new HubError('conflict', 'This event was changed again in the meantime, so it is left as it is.');
    }
    await patchEvent(context, at, output.id, restoringBody(subjectOf(target), names));
  },

  examples: [
    {
      title: 'Move it to 4 pm',
      input: { eventId: 'dentist', start: { dateTime: '2026-12-01T16:00:00Z', timeZone: 'Europe/London' } },
    },
    { title: 'Rename the series', input: { eventId: 'standup_20360303T093000Z', scope: 'all', title: 'Planning' } },
    {
      title: 'From now on elsewhere',
      input: { eventId: 'standup_20360303T093000Z', scope: 'following', location: 'Room 5', notify: 'none' },
    },
  ],
});
