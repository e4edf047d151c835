import type { SandboxKit } from '../../kit/world.ts';
import type { GoogleAccount } from '../accounts.ts';
import { mailNotice } from './invitation-mail.ts';
import type { StoredEvent } from './model.ts';
import { calendarState, type Notice } from './state.ts';

/** Tells guests as `sendUpdates` asks, and writes down who was told. */
export function noteNotice(
  kit: SandboxKit,
  event: StoredEvent,
  kind: Notice['kind'],
  sendUpdates: string | undefined,
  by: GoogleAccount,
): void {
  const mode = sendUpdates ?? 'none';
  const guests = kind === 'response' ? [] : (event.attendees ?? []).map((attendee) => attendee.email);
  const concerned = new Set([...guests, ...(kind === 'response' ? [event.organizer.email] : [])]);
  const wanted = (email: string): boolean =>
    mode === 'all' || (mode === 'externalOnly' && !email.endsWith('@gmail.com'));
  const notice: Notice = {
    at: new Date(kit.clock()).toISOString(),
    kind,
    calendarId: event.home,
    eventId: event.id,
    summary: event.summary ?? '',
    sendUpdates: mode,
    to: [...concerned].filter((email) => email !== by.email && wanted(email)),
  };
  calendarState(kit).notices.push(notice);
  mailNotice(kit, event, notice, by);
}
