import type { CalendarEvent, MailSummary } from '@switchboard/contracts';
import { readThings } from './things.ts';
import { type Input, instant, type World } from './world.ts';

/** The answer of a read, from what the world holds. */
export function readFrom(world: World, capability: string, input: Input): unknown {
  const { contacts = [], events = [], mails = [] } = world;
  const all = events.map(event);
  const letters = mails.map(mail);
  const from = Date.parse(input['from'] ?? '');
  const to = Date.parse(input['to'] ?? '');
  const inRange = ({ start }: CalendarEvent): boolean => {
    const at = Date.parse('date' in start ? start.date : start.dateTime);
    return at >= from && at < to;
  };
  const outputs: Record<string, () => unknown> = {
    'contacts.search': () => ({
      contacts: contacts
        .filter(({ name }) => has(name, input['query']))
        .map((one) => ({ id: one.name, phones: [], ...one })),
    }),
    'calendar.list_events': () => ({ events: all.filter(inRange) }),
    'calendar.get_event': () => all.find((one) => one.id === input['eventId']),
    'calendar.find_free_time': () => ({
      slots: [{ start: '2026-03-30T08:00:00Z', end: '2026-03-30T10:00:00Z' }],
      busy: [],
      unknown: [],
    }),
    'mail.search': () => ({
      messages: letters.filter((one) => has(`${one.from.name} ${one.from.email}`, input['from'])),
    }),
    'mail.read': () => ({
      ...letters.find((one) => one.id === input['messageId']),
      cc: [],
      replyTo: [],
      attachments: [],
    }),
  };
  return outputs[capability]?.() ?? readThings(world, capability, input);
}

const has = (text: string, part = ''): boolean => text.toLowerCase().includes(part.toLowerCase());

const event = (given: Partial<CalendarEvent>): CalendarEvent => ({
  id: 'e1',
  calendarId: 'primary',
  title: 'Event',
  status: 'confirmed',
  start: { dateTime: '2026-03-30T14:00:00Z', timeZone: 'Europe/London' },
  end: { dateTime: '2026-03-30T15:00:00Z', timeZone: 'Europe/London' },
  attendees: [],
  ...given,
});

const mail = (given: Partial<MailSummary>): MailSummary => ({
  id: 'm1',
  threadId: given.id ?? 't1',
  from: { email: 'someone@corp.example' },
  to: [],
  subject: 'Subject',
  snippet: '',
  receivedAt: instant,
  unread: false,
  labels: [],
  hasAttachments: false,
  ...given,
});
