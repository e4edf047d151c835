import { DateTime } from 'luxon';
import { html, type Html } from '../../kit/html.ts';
import type { SandboxKit } from '../../kit/world.ts';
import type { MicrosoftAccount } from '../accounts.ts';
import { occurrencesOf } from './recurrence.ts';
import { calendarsOf, eventsOf, type StoredEvent } from './state.ts';
import { momentOf } from './time.ts';

const shownDays = 21;

/** The coming weeks of each calendar of an account, for people. */
export function calendarPage(kit: SandboxKit, account: MicrosoftAccount): Html {
  const from = DateTime.fromMillis(kit.clock(), { zone: account.timeZone }).startOf('day');
  const events = eventsOf(kit, account);
  return html`${calendarsOf(kit, account).map(
    ({ id, name }) =>
      html`<section class="card" aria-labelledby="${id}">
        <h2 id="${id}">${name}</h2>
        <ul>
          ${rowsOf(
            events.filter(({ calendar }) => calendar === id),
            from,
          ).map(
            ({ subject, when, facts }) =>
              html`<li class="item">
                <strong>${subject || '(no subject)'}</strong>
                <div class="soft">${[when, ...facts].join(' · ')}</div>
              </li>`,
          )}
        </ul>
      </section>`,
  )}`;
}

function rowsOf(events: readonly StoredEvent[], from: DateTime) {
  return events
    .flatMap((event) =>
      occurrencesOf(event, from, from.plus({ days: shownDays })).map(({ content }) => ({ event, content })),
    )
    .sort((a, b) => momentOf(a.content.start).toMillis() - momentOf(b.content.start).toMillis())
    .map(({ event, content: { subject, start, isAllDay, location, attendees } }) => ({
      subject,
      when: isAllDay
        ? DateTime.fromISO(start.dateTime).toFormat('ccc d LLL')
        : momentOf(start).setZone(from.zone).toFormat('ccc d LLL HH:mm'),
      facts: [
        location,
        attendees.length > 0 && `${attendees.length} invited`,
        !event.isOrganizer && `from ${event.organizer.name}, ${event.response}`,
      ].filter((fact): fact is string => Boolean(fact)),
    }));
}
