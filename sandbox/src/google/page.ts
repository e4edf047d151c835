import { DateTime } from 'luxon';
import { html, type Html } from '../kit/html.ts';
import type { SandboxKit } from '../kit/world.ts';
import type { GoogleAccount } from './accounts.ts';
import { spread } from './calendar/listing.ts';
import type { StoredEvent } from './calendar/model.ts';
import { findEvent } from './calendar/lookup.ts';
import { calendarState, type StoredCalendar } from './calendar/state.ts';
import { msOf } from './calendar/time.ts';
import { addressesOf } from './gmail/addresses.ts';
import { allParts, isAttachment, parseMessage, textOf } from './gmail/mime.ts';
import { newestFirst } from './gmail/render.ts';
import type { StoredMessage } from './gmail/model.ts';
import { boxOf } from './gmail/state.ts';
import { workView } from './page-work.ts';

const shownMail = 30;
const shownDays = 14;

/** What an account holds, for people: the newest mail, the coming two weeks, tasks, files and notes. */
export function accountView(kit: SandboxKit, account: GoogleAccount, query: URLSearchParams): Html {
  const box = boxOf(kit, account);
  const opened = box.messages[query.get('message') ?? ''];
  if (opened) return messageView(kit, account, opened);
  const event = query.get('event');
  const folder = query.get('in') === 'SENT' ? 'SENT' : 'INBOX';
  const mail = Object.values(box.messages)
    .filter((message) => message.labelIds.includes(folder))
    .sort(newestFirst);
  const folders = ['INBOX', 'SENT'].map(
    (name) =>
      html`<a
        class="${name === folder ? 'button main' : 'button'}"
        href="/?provider=google&amp;account=${account.id}&amp;in=${name}"
        >${name === 'SENT' ? 'Sent' : 'Inbox'}</a
      >`,
  );
  return html`${event && eventView(kit, account, event)}
    <div class="columns">
      <section class="card" aria-labelledby="mail">
        <h2 id="mail">Mail</h2>
        <nav aria-label="Mail folders">${folders}</nav>
        <p class="soft">${mail.length} messages, the newest first</p>
        <ul>
          ${mail.slice(0, shownMail).map((message) => mailRow(account, message, folder))}
        </ul>
      </section>
      <section class="card" aria-labelledby="calendar">
        <h2 id="calendar">The next two weeks</h2>
        <p class="soft">Times in ${account.timeZone}</p>
        ${agenda(kit, account)}
      </section>
    </div>
    ${workView(kit, account)}`;
}

const mailRow = (account: GoogleAccount, message: StoredMessage, folder: string): Html =>
  html`<li class="${message.labelIds.includes('UNREAD') ? 'item unread' : 'item'}">
    <a href="/?provider=google&amp;account=${account.id}&amp;message=${message.id}"
      ><strong>${message.subject || '(no subject)'}</strong></a
    >
    <div class="soft">
      ${folder === 'SENT' ? `to ${namesOf(message.to)}` : namesOf(message.from)} ·
      ${moment(message.internalDate, account)}${message.files.length > 0 && ' · with attachment'}
    </div>
  </li>`;

const namesOf = (header: string): string =>
  addressesOf(header)
    .map((address) => address.name || address.email)
    .join(', ');

const moment = (ms: number, account: GoogleAccount): string =>
  DateTime.fromMillis(ms, { zone: account.timeZone }).toFormat('d LLL, HH:mm');

function messageView(kit: SandboxKit, account: GoogleAccount, message: StoredMessage): Html {
  const parts = allParts(parseMessage(kit.store.blob(message.raw)));
  const text = parts.find((part) => part.mimeType === 'text/plain' && !isAttachment(part));
  return html`<section class="card">
    <p><a href="/?provider=google&amp;account=${account.id}">Back to ${account.name}</a></p>
    <h2>${message.subject || '(no subject)'}</h2>
    <p class="soft">
      From ${message.from}<br />To ${message.to}${message.cc && ` · Cc ${message.cc}`}<br />${moment(message.internalDate, account)}
    </p>
    <pre>${text ? textOf(text) : message.snippet}</pre>
    ${message.files.length > 0 && html`<p class="soft">Attachments: ${message.files.join(', ')}</p>`}
  </section>`;
}

function agenda(kit: SandboxKit, account: GoogleAccount): Html {
  const today = DateTime.fromMillis(kit.clock(), { zone: account.timeZone }).startOf('day');
  const window = { from: today.toMillis(), to: today.plus({ days: shownDays }).toMillis() };
  const own = Object.values(calendarState(kit).calendars).filter((calendar) =>
    ['owner', 'writer'].includes(calendar.access[account.id] ?? ''),
  );
  const seen = new Map(own.flatMap((calendar) => spread(kit, calendar, window)).map((event) => [event.id, event]));
  const startOf = (event: StoredEvent): number => msOf(event.start, account.timeZone);
  const days = Object.groupBy(
    [...seen.values()].sort((a, b) => startOf(a) - startOf(b)),
    (event) => DateTime.fromMillis(Math.max(startOf(event), window.from), { zone: account.timeZone }).toISODate()!,
  );
  return html`${Object.entries(days).map(
    ([day, events]) =>
      html`<h3>${DateTime.fromISO(day).toFormat('cccc d LLLL')}</h3>
        <ul>
          ${events!.map((event) => eventRow(event, account))}
        </ul>`,
  )}`;
}

function eventRow(event: StoredEvent, account: GoogleAccount): Html {
  const time = (value: StoredEvent['start']): string =>
    DateTime.fromMillis(msOf(value, account.timeZone), { zone: account.timeZone }).toFormat('HH:mm');
  const guests = (event.attendees ?? []).map((attendee) => attendee.displayName ?? attendee.email);
  return html`<li class="item">
    <strong>${event.summary ?? '(no title)'}</strong>
    <div class="soft">
      ${event.start.date ? 'All day' : `${time(event.start)} to ${time(event.end)}`}${event.location ? ` · ${String(event.location)}` : ''}${guests.length > 0 && ` · ${guests.join(', ')}`}
    </div>
  </li>`;
}

/** The event a link of Google's stands for. */
function eventView(kit: SandboxKit, account: GoogleAccount, id: string): Html {
  const own = Object.values(calendarState(kit).calendars).filter((calendar) => calendar.access[account.id]);
  const calendar = own.find((one) => Object.hasOwn(one.entries, id.split('_')[0]!));
  const event = calendar && foundEvent(kit, calendar, id);
  return html`<section class="card">
    <h2>Event</h2>
    ${
      event
        ? html`<p class="soft">${day(event.start, account)}${event.status === 'cancelled' && ' · cancelled'}</p>
            <ul>
              ${eventRow(event, account)}
            </ul>`
        : html`<p>There is no such event.</p>`
    }
  </section>`;
}

const day = (time: StoredEvent['start'], account: GoogleAccount): string =>
  DateTime.fromMillis(msOf(time, account.timeZone), { zone: account.timeZone }).toFormat('cccc d LLLL yyyy');

function foundEvent(kit: SandboxKit, calendar: StoredCalendar, id: string): StoredEvent | undefined {
  try {
    return findEvent(kit, calendar, id).event;
  } catch {
    return undefined;
  }
}
