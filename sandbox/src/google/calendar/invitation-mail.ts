import { DateTime } from 'luxon';
import type { SandboxKit } from '../../kit/world.ts';
import type { GoogleAccount } from '../accounts.ts';
import { mailboxOf } from '../gmail/addresses.ts';
import { boxOf, gmailState } from '../gmail/state.ts';
import { fileMessage } from '../gmail/store-message.ts';
import { compose } from '../seed/compose.ts';
import { note } from '../../seed/files.ts';
import type { StoredEvent } from './model.ts';
import type { Notice } from './state.ts';
import { msOf } from './time.ts';

const words: Record<Notice['kind'], string> = {
  invitation: 'Invitation',
  update: 'Updated invitation',
  cancellation: 'Canceled event',
  response: 'Answer',
};

/** Puts the mail Google sends about an event into the boxes of guests who have one here. */
export function mailNotice(kit: SandboxKit, event: StoredEvent, notice: Notice, by: GoogleAccount): void {
  for (const email of notice.to) {
    const guest = mailboxOf(email);
    if (!guest) continue;
    const start = DateTime.fromMillis(msOf(event.start, guest.timeZone), { zone: guest.timeZone });
    const when = event.start.date ? start.toFormat('ccc d LLL yyyy') : start.toFormat('ccc d LLL yyyy HH:mm (ZZZZ)');
    const title = event.summary ?? '(no title)';
    const lines = [
      title,
      `When: ${when}`,
      event.location ? `Where: ${String(event.location)}` : '',
      `Organizer: ${event.organizer.email}`,
    ];
    const raw = compose({
      from: by,
      to: [guest],
      subject: `${words[notice.kind]}: ${title} @ ${when} (${guest.email})`,
      text: lines.filter(Boolean).join('\n'),
      at: kit.clock(),
      messageId: `<calendar-${event.id}-${event.seq}-${guest.id}@google.com>`,
      attachments: [{ ...note('invite.ics', calendarFile(event, notice)), type: 'application/ics' }],
    });
    fileMessage(kit, gmailState(kit), boxOf(kit, guest), raw, {
      labelIds: ['INBOX', 'UNREAD', 'CATEGORY_PERSONAL'],
      internalDate: kit.clock(),
    });
  }
}

function calendarFile(event: StoredEvent, notice: Notice): string {
  const stamp = (ms: number): string => DateTime.fromMillis(ms, { zone: 'utc' }).toFormat("yyyyMMdd'T'HHmmss'Z'");
  const time = (name: string, value: StoredEvent['start']): string =>
    value.date ? `${name};VALUE=DATE:${value.date.replaceAll('-', '')}` : `${name}:${stamp(msOf(value, 'utc'))}`;
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Switchboard//Sandbox//EN',
    `METHOD:${notice.kind === 'cancellation' ? 'CANCEL' : notice.kind === 'response' ? 'REPLY' : 'REQUEST'}`,
    'BEGIN:VEVENT',
    `UID:${event.iCalUID}`,
    `DTSTAMP:${stamp(Date.parse(notice.at))}`,
    time('DTSTART', event.start),
    time('DTEND', event.end),
    ...(event.recurrence ?? []),
    `SUMMARY:${(event.summary ?? '').replace(/[\\;,]/g, '\\$&')}`,
    `ORGANIZER:mailto:${event.organizer.email}`,
    ...(event.attendees ?? []).map(
      (attendee) =>
        `ATTENDEE;PARTSTAT=${(attendee.responseStatus ?? 'needsAction').replace('needsAction', 'needs-action').toUpperCase()}:mailto:${attendee.email}`,
    ),
    `SEQUENCE:${event.sequence}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ].join('\r\n');
}
