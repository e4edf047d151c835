import { nameFor } from '../../kit/random.ts';
import type { SandboxKit } from '../../kit/world.ts';
import { accountBy } from '../accounts.ts';
import { calendarState, type Notice, type StoredEvent } from './state.ts';

/** Notes a mail that Outlook sends. */
export function tell(kit: SandboxKit, notice: Omit<Notice, 'at'>): void {
  if (notice.to.length === 0) return;
  calendarState(kit).notices.push({ at: new Date(kit.clock()).toISOString(), ...notice });
}

/** Brings the copies of those invited who have a mailbox here up to date, and writes to everyone invited. */
export function shareMeeting(
  kit: SandboxKit,
  event: StoredEvent,
  kind: Notice['kind'],
  comment = '',
  isOver = false,
): void {
  if (!event.isOrganizer) return;
  const { events, calendars } = calendarState(kit);
  const others = event.attendees.filter(({ address }) => address.toLowerCase() !== event.organizer.address);
  const copies = Object.values(events).filter(({ uid, isOrganizer }) => uid === event.uid && !isOrganizer);
  for (const copy of copies)
    if (isOver || !others.some(({ address }) => accountBy(address)?.id === copy.owner)) delete events[copy.id];
  for (const { address, response } of isOver ? [] : others) {
    const guest = accountBy(address);
    const home = guest && Object.values(calendars).find(({ owner, isDefault }) => owner === guest.id && isDefault);
    if (!guest || !home) continue;
    const known = copies.find(({ owner }) => owner === guest.id);
    if (!known && kind === 'cancellation') continue;
    const id = known?.id ?? `AAMk${nameFor(`${event.id} ${guest.id}`, 40)}=`;
    const { transactionId: _own, ...rest } = structuredClone(event);
    events[id] = {
      ...rest,
      id,
      owner: guest.id,
      calendar: home.id,
      isOrganizer: false,
      properties: [],
      response: known?.response ?? (response === 'none' ? 'notResponded' : response),
    };
  }
  tell(kit, { kind, subject: event.subject, to: others.map(({ address }) => address), comment });
}
