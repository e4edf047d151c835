import { calendarRespond, type Notify } from '@switchboard/contracts';
import { defineAction, type ActionContext } from '@switchboard/provider-kit';
import { calendarChoice } from '../../shared/calendar/choices.ts';
import { refuse } from '../../shared/refuse.ts';
import type { GoogleAttendee, GoogleEvent } from '../calendar/answer.ts';
import { patchEvent } from '../calendar/change.ts';
import { primary, sendUpdatesOf } from '../calendar/event.ts';
import { liveEvent, shown } from '../calendar/events.ts';

interface Answer {
  readonly responseStatus: string;
  readonly comment?: string;
}

const ownAnswer = ({ attendees = [] }: GoogleEvent): GoogleAttendee | undefined => attendees.find(({ self }) => self);

/** Writes the whole list again, as Google wants it, with our own line changed. */
async function answerWith(
  context: ActionContext,
  { calendarId, eventId, notify }: { calendarId?: string; eventId: string; notify: Notify },
  answer: Answer,
) {
  const event = await liveEvent(context, primary(calendarId), eventId);
  if (!ownAnswer(event)) refuse('/eventId', 'You are not invited to this event, so there is nothing to answer.');
  const attendees = event.attendees!.map((one) => (one.self ? { ...one, ...answer } : one));
  const at = { calendarId: primary(calendarId), sendUpdates: sendUpdatesOf(notify) };
  return shown(await patchEvent(context, at, eventId, { attendees }), at.calendarId);
}

export const respondToEvent = defineAction({
  name: 'respond_to_event',
  title: 'Answer an invitation',
  description: 'Accepts, declines or tentatively accepts an invitation, with an optional note to the organizer.',
  fulfils: calendarRespond,
  effect: 'send',
  idempotent: true,
  needs: ['calendar.write'],
  phrases: ['accept {eventId}', 'decline {eventId}', 'say {response} to {eventId}'],
  input: calendarRespond.input.extend({ calendarId: calendarChoice('google') }),
  output: calendarRespond.output,

  async before(context, { calendarId, eventId }) {
    const event = await liveEvent(context, primary(calendarId), eventId);
    const { responseStatus = 'needsAction', comment = '' } = ownAnswer(event) ?? {};
    return { ...shown(event, primary(calendarId)), response: responseStatus, comment };
  },

  /** @see https://developers.google.com/workspace/calendar/api/v3/reference/events/patch */
  run: (context, { response, comment, ...event }) =>
    answerWith(context, event, { responseStatus: response, ...(comment === undefined ? {} : { comment }) }),

  async recover(context, { calendarId, eventId, response }) {
    const event = await liveEvent(context, primary(calendarId), eventId);
    return ownAnswer(event)?.responseStatus === response ? shown(event, primary(calendarId)) : undefined;
  },

  async undo(context, { input, before: { response, comment } }) {
    await answerWith(context, input, { responseStatus: response, comment });
  },

  examples: [{ input: { eventId: 'budget', response: 'declined', comment: 'I am away that week.' } }],
});
