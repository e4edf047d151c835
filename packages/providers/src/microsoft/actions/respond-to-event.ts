import { calendarRespond, HubError } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { refuse } from '../../shared/refuse.ts';
import type { GraphEvent } from '../calendar/answer.ts';
import { calendarId, eventPath, fetchEvent, findEvent } from '../calendar/calls.ts';
import { answerOf, shown } from '../calendar/event.ts';

const verbs = { accepted: 'accept', declined: 'decline', tentative: 'tentativelyAccept' } as const;
const words = { accepted: 'accepted', declined: 'declined', tentative: 'tentativelyAccepted' } as const;

function checkInvited(event: GraphEvent): void {
  if (event.isOrganizer) refuse('/eventId', 'You are not invited to this event, so there is nothing to answer.');
}

export const respondToEvent = defineAction({
  name: 'respond_to_event',
  title: 'Answer an invitation',
  description:
    'Accepts, declines or tentatively accepts an invitation, with an optional note to the organizer. What is declined leaves the calendar.',
  fulfils: calendarRespond,
  effect: 'send',
  idempotent: false,
  needs: ['calendar.write'],
  phrases: ['accept {eventId}', 'decline {eventId}', 'say {response} to {eventId}'],
  input: calendarRespond.input.extend({ calendarId }),
  output: calendarRespond.output,

  async before(context, { calendarId: id, eventId }) {
    const event = await fetchEvent(context, id, eventId);
    checkInvited(event);
    return { ...shown(context, event, id), response: answerOf(event.responseStatus?.response) };
  },

  /** @see https://learn.microsoft.com/graph/api/event-accept */
  async run(context, { calendarId: id, eventId, response, comment, notify }) {
    const event = await fetchEvent(context, id, eventId);
    checkInvited(event);
    const json = { sendResponse: notify !== 'none', ...(comment === undefined ? {} : { comment }) };
    await context.http.request('POST', `${eventPath(id, eventId)}/${verbs[response]}`, { json });
    const answered = { ...event, responseStatus: { response: words[response] } };
    return shown(context, answered, id);
  },

  async recover(context, { calendarId: id, eventId, response }) {
    const event = await findEvent(context, id, eventId);
    if (!event) throw new HubError('outcome_unknown', undefined, { reason: 'The invitation is no longer there.' });
    return answerOf(event.responseStatus?.response) === response ? shown(context, event, id) : undefined;
  },

  examples: [
    { input: { eventId: 'AAMkBudget-Ada', response: 'tentative', comment: 'I may be away that week.' } },
    { title: 'Decline', input: { eventId: 'AAMkBudget-Ada', response: 'declined', notify: 'none' } },
  ],
});
