import {
  type CalendarEvent,
  type CapabilityDefinition,
  type MailSummary,
  type Proposal,
  rolePermissions,
} from '@switchboard/contracts';
import * as contracts from '@switchboard/contracts';
import type { Caller } from '@switchboard/nest-kit';

/** What the other services would hold. */
export interface World {
  readonly now?: string;
  readonly contacts?: readonly { name: string; emails: string[] }[];
  readonly events?: readonly Partial<CalendarEvent>[];
  readonly mails?: readonly Partial<MailSummary>[];
  /** What the one account allows; everything unless given. */
  readonly features?: readonly string[];
  /** Two accounts that could do everything, neither the default. */
  readonly ambiguous?: boolean;
}

export const id = (last: number): string => `01890000-0000-7000-8000-${String(last).padStart(12, '0')}`;
export const instant = '2026-01-01T00:00:00Z';
const everything = ['calendar.read', 'calendar.write', 'contacts', 'mail.read', 'mail.send', 'mail.modify'];

/** The answer of a read, from what the world holds. */
export function readFrom({ contacts = [], events = [], mails = [] }: World, capability: string, input: Input): unknown {
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
  return outputs[capability]?.();
}

export type Input = Readonly<Record<string, string | undefined>>;
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

/** Every capability there is, as one provider's actions. */
export const actions = () =>
  Object.values(contracts)
    .filter(
      (one): one is never => typeof one === 'object' && one !== null && 'kind' in one && one.kind === 'capability',
    )
    .map(({ name, effect }: CapabilityDefinition) => ({
      ref: `google.${name.split('.')[1]}`,
      provider: 'google',
      title: name,
      description: name,
      effect,
      idempotent: true,
      undo: false,
      needs: [needOf(name, effect)],
      capability: name,
      phrases: [],
      input: {},
      output: {},
      examples: [],
    }));

function needOf(name: string, effect: string): string {
  const [noun] = name.split('.');
  if (noun === 'contacts') return 'contacts';
  if (effect === 'read') return `${noun}.read`;
  if (noun === 'calendar') return 'calendar.write';
  return effect === 'send' ? 'mail.send' : 'mail.modify';
}

export const connection = ({ features = everything }: World) => ({
  id: id(1),
  provider: 'google',
  environment: 'sandbox',
  label: 'ada@home.example',
  account: { subject: '1', email: 'ada@home.example' },
  status: 'active',
  features,
  missingFeatures: [],
  defaultFor: features,
  settings: {},
  createdAt: instant,
  updatedAt: instant,
});

/** A card of these steps. */
export const proposalOf = (
  steps: readonly { input: unknown }[],
  { number, status, output }: { number: number; status: string; output: unknown },
): Proposal =>
  ({
    id: id(100 + number),
    digest: 'd'.repeat(64),
    status,
    steps: steps.map(({ input }) => ({
      action: 'google.any',
      actionVersion: 1,
      title: 'Any',
      effect: 'write',
      connectionId: id(1),
      provider: 'google',
      account: { subject: '1' },
      accountLabel: 'ada@home.example',
      inputSchema: {},
      fields: [],
      undo: true,
      input,
      output,
    })),
    warnings: [],
    tainted: false,
    unnamed: [],
    createdAt: instant,
    expiresAt: instant,
  }) as never;

export const ada: Caller = {
  claims: {
    hubId: id(3),
    memberId: id(4),
    role: 'owner',
    via: 'session',
    sessionId: id(5),
    permissions: [...rolePermissions.owner],
    authenticatedAt: 0,
    issuedAt: 0,
    expiresAt: 4_000_000_000,
  } as never,
  statement: 'checked',
  traceId: 'trace',
  deadlineMs: 60_000,
  signal: new AbortController().signal,
};
