import * as c from '@switchboard/contracts';
import { DateTime } from 'luxon';
import { z } from 'zod';

/** @returns a well-formed id that is always the same for the same number. */
export const id = (number: number): string => `01990000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const at = (minutes: number): string => DateTime.utc().plus({ minutes }).toISO();
export const now = at(0);

export const me: c.Me = {
  hubId: c.HubId.parse(id(1)),
  memberId: c.MemberId.parse(id(2)),
  name: 'Ada Marsh',
  email: 'ada@example.com',
  role: 'owner',
  permissions: [...c.rolePermissions.owner],
  timeZone: 'Europe/Berlin',
  hasPassword: true,
  signInAccounts: [{ provider: 'google', email: 'ada@example.com' }],
  authenticatedAt: now,
};
export const sessions: c.Session[] = [
  {
    id: c.SessionId.parse(id(3)),
    current: true,
    createdAt: now,
    lastSeenAt: now,
    expiresAt: at(900),
    userAgent: 'Firefox on Linux',
    address: '127.0.0.1',
  },
  {
    id: c.SessionId.parse(id(4)),
    current: false,
    createdAt: at(-90),
    lastSeenAt: at(-60),
    expiresAt: at(900),
    userAgent: 'Safari on iPhone',
    address: '192.0.2.7',
  },
];
const feature = (name: string, title: string, description: string, required = false) => ({
  id: name,
  title,
  description,
  scopes: [`https://example.com/auth/${name}`],
  includes: [],
  required,
});
const withMethod = (provider: Omit<c.ProviderView, 'methods'>): c.ProviderView => ({
  ...provider,
  methods: [
    {
      id: 'oauth',
      kind: 'oauth2',
      title: `Sign in at ${provider.title}`,
      features: provider.features,
      environment: provider.environment,
      ready: provider.ready,
    },
  ],
});
const google = withMethod({
  id: 'google',
  title: 'Google',
  description: 'Gmail and Google Calendar, with one consent and only the features you choose.',
  docsUrl: 'https://developers.google.com/identity/protocols/oauth2',
  authKinds: ['oauth2'],
  features: [
    feature('identity', 'Who you are', 'Your name, address and picture.', true),
    feature('mail.read', 'Read mail', 'Search and read messages.'),
    feature('mail.send', 'Send mail', 'Send messages as you.'),
    feature('calendar.read', 'See your calendars', 'Events and free times.'),
    feature('calendar.write', 'Change your calendars', 'Create, change and cancel events.'),
  ],
  environment: 'sandbox',
  ready: true,
  redirectUri: 'http://localhost:3000/oauth/google/callback',
});
const asana = withMethod({
  ...google,
  id: 'asana',
  title: 'Asana',
  description: 'Projects and tasks.',
  features: [feature('tasks.read', 'See tasks', 'Projects and tasks.')],
  environment: 'live',
  ready: false,
});
export const providers = [google, asana];
export const setupSteps =
  '## Steps\n\n- Open the console at https://console.cloud.google.com/\n- Create a project\n- Add the redirect URI';
export const actions: c.ActionView[] = [
  {
    ref: c.ActionRef.parse('google.search_mail'),
    title: 'Search mail',
    description: 'Finds messages by words, sender, time and label.',
    effect: 'read',
    idempotent: true,
    undo: false,
    needs: ['mail.read'],
    capability: 'mail.search',
    phrases: [],
    input: z.toJSONSchema(c.mailSearch.input, { io: 'input', unrepresentable: 'any' }) as c.ActionView['input'],
    output: {},
    examples: [],
  },
  {
    ref: c.ActionRef.parse('google.create_event'),
    title: 'Create event',
    description: 'Adds one event to a calendar.',
    effect: 'write',
    idempotent: false,
    undo: true,
    needs: ['calendar.write'],
    capability: 'calendar.create_event',
    phrases: [],
    input: z.toJSONSchema(c.calendarCreateEvent.input, {
      io: 'input',
      unrepresentable: 'any',
    }) as c.ActionView['input'],
    output: {},
    examples: [],
  },
];
export const connection: c.Connection = {
  id: c.ConnectionId.parse(id(10)),
  provider: 'google',
  environment: 'sandbox',
  label: 'Google, work',
  account: { subject: '1', email: 'ada@example.com', name: 'Ada Marsh' },
  status: 'active',
  features: ['identity', 'mail.read', 'calendar.read', 'calendar.write'],
  missingFeatures: ['mail.send'],
  defaultFor: ['calendar.read'],
  settings: {},
  createdAt: at(-9000),
  updatedAt: now,
  lastUsedAt: at(-3),
};
export const lostConnection: c.Connection = {
  ...connection,
  id: c.ConnectionId.parse(id(11)),
  label: 'Google, home',
  account: { subject: '2', email: 'marsh.family@example.com', name: 'Marsh Family' },
  status: 'reconnect_required',
  statusReason: 'Google says that the access was taken back.',
  features: ['identity', 'mail.read'],
  missingFeatures: [],
  defaultFor: [],
};
export const connectionMore: Pick<c.ConnectionDetail, 'timeline' | 'featureMatrix' | 'expectedEnd'> = {
  timeline: [
    { at: at(-9000), kind: 'connected' },
    { at: at(-40), kind: 'refreshed' },
    { at: at(-3), kind: 'features_missing', detail: 'Send mail was not granted.' },
  ],
  featureMatrix: google.features.map(({ id: name, title }) => ({
    feature: name,
    title,
    granted: name !== 'mail.send',
    requested: true,
    missingScopes: [],
  })),
  expectedEnd: { at: at(8000), reason: 'Google ends the access of projects in testing after seven days.' },
};
export const begun = { flowId: c.FlowId.parse(id(20)), authorizationUrl: 'about:blank#consent', expiresAt: at(10) };
export const flow: c.Flow = {
  id: begun.flowId,
  purpose: 'connect',
  provider: 'google',
  status: 'succeeded',
  connectionId: connection.id,
  grantedFeatures: ['identity', 'calendar.read'],
  missingFeatures: [],
  returnTo: '/connections',
};
export const receiptOf = (gone: c.Connection): c.DisconnectReceipt => ({
  connectionId: gone.id,
  provider: gone.provider,
  account: gone.account,
  status: 'disconnected',
  steps: [
    { step: 'revoke', result: 'done', detail: 'Google confirmed that the access is taken back.', at: now },
    { step: 'shred', result: 'done', detail: 'Two credentials were shredded.', at: now },
    { step: 'forget', result: 'kept_for_others', detail: 'The activity log keeps its lines.', at: now },
  ],
});

const tomorrow = DateTime.now().setZone(me.timeZone).plus({ days: 1 }).startOf('day');
const time = (hour: number, minute = 0): c.EventTime => ({
  dateTime: tomorrow.set({ hour, minute }).toISO({ suppressMilliseconds: true }) ?? '',
  timeZone: me.timeZone,
});
const plan = {
  title: 'Lunch with Priya',
  start: time(12, 30),
  end: time(13, 30),
  attendees: [{ email: 'priya@example.com' }],
  notify: 'all',
};
export const proposal: c.Proposal = {
  id: c.ProposalId.parse(id(30)),
  digest: 'a'.repeat(64),
  status: 'open',
  steps: [
    {
      action: c.ActionRef.parse('google.create_event'),
      actionVersion: 1,
      title: 'Create event',
      effect: 'write',
      connectionId: connection.id,
      provider: 'google',
      account: connection.account,
      accountLabel: connection.label,
      input: plan as c.ProposalStep['input'],
      inputSchema: actions[1]?.input ?? {},
      fields: [
        { path: '/title', label: 'Title', value: plan.title, kind: 'text' },
        { path: '/start', label: 'Start', value: 'Tomorrow, 12:30 (Europe/Berlin)', kind: 'time' },
        { path: '/end', label: 'End', value: 'Tomorrow, 13:30 (Europe/Berlin)', kind: 'time', assumed: true },
        { path: '/attendees', label: 'People', value: 'Priya Shah <priya@example.com>', kind: 'people' },
        { path: '/notify', label: 'Who is told by e-mail', value: 'Everyone', kind: 'choice', assumed: true },
      ],
      undo: true,
    },
  ],
  warnings: ['You have “Team sync” at the same time.'],
  tainted: false,
  unnamed: [],
  createdAt: now,
  expiresAt: at(10),
};
export const edited = (before: c.Proposal, input: unknown): c.Proposal => ({
  ...before,
  digest: 'b'.repeat(64),
  steps: before.steps.map((step) => {
    const title = String((input as { title?: string }).title ?? '');
    return {
      ...step,
      input: input as c.ProposalStep['input'],
      fields: step.fields.map((field) => (field.path === '/title' ? { ...field, value: title } : field)),
    };
  }),
});
export const done = (open: c.Proposal): c.Proposal => ({
  ...open,
  status: 'succeeded',
  decidedAt: now,
  steps: open.steps.map((step) => ({
    ...step,
    runId: c.RunId.parse(id(50)),
    output: { url: 'https://calendar.google.com/event?eid=1' },
  })),
});

export const calendars: c.Calendar[] = [
  { id: 'primary', title: 'Ada', primary: true, writable: true, timeZone: me.timeZone },
  { id: 'team', title: 'Team', primary: false, writable: false, timeZone: me.timeZone },
];
/** @returns a believable month from a moment on. */
export function eventsFrom(from: DateTime): c.CalendarEvent[] {
  const zone = me.timeZone;
  const event = (
    number: number,
    day: number,
    hour: number,
    minutes: number,
    title: string,
    calendarId = 'primary',
  ): c.CalendarEvent => {
    const start = from.setZone(zone).startOf('day').plus({ days: day }).set({ hour });
    return {
      id: `e${number}`,
      calendarId,
      title,
      status: 'confirmed',
      start: { dateTime: start.toISO({ suppressMilliseconds: true }) ?? '', timeZone: zone },
      end: { dateTime: start.plus({ minutes }).toISO({ suppressMilliseconds: true }) ?? '', timeZone: zone },
      attendees: [],
    };
  };
  return [
    event(1, 1, 9, 30, 'Team sync', 'team'),
    event(2, 1, 9, 60, 'Dentist'),
    event(3, 2, 14, 90, 'Design review with the whole product group'),
    event(4, 2, 16, 30, 'Call Priya'),
    event(5, 2, 17, 30, 'Gym'),
    event(6, 2, 19, 120, 'Dinner'),
    event(7, 4, 11, 45, 'Interview', 'team'),
    event(8, 9, 8, 60, 'Train to Leipzig'),
    {
      ...event(9, 5, 0, 0, 'Offsite'),
      start: { date: from.setZone(zone).plus({ days: 5 }).toISODate() ?? '' },
      end: { date: from.setZone(zone).plus({ days: 8 }).toISODate() ?? '' },
    },
  ];
}
export const mail: c.MailSummary = {
  id: 'm1',
  threadId: 't1',
  from: { email: 'priya@example.com', name: 'Priya Shah' },
  to: [{ email: 'ada@example.com' }],
  subject: 'The numbers for Thursday',
  snippet: 'Here are the numbers, could you look before the review?',
  receivedAt: at(-190),
  unread: true,
  labels: ['INBOX'],
  hasAttachments: true,
};
const said = (number: number, role: 'person' | 'assistant', parts: c.MessagePart[]): c.ThreadMessage => ({
  id: id(number),
  role,
  parts,
  createdAt: now,
});
const step = (capability: string, title: string, output: unknown): c.MessagePart => ({
  kind: 'step',
  title,
  capability,
  runId: c.RunId.parse(id(50)),
  account: 'ada@example.com',
  output: output as Extract<c.MessagePart, { kind: 'step' }>['output'],
  durationMs: 84,
});
export const thread: c.ThreadDetail = {
  id: c.ThreadId.parse(id(40)),
  title: 'Lunch with Priya',
  createdAt: now,
  updatedAt: now,
  messages: [
    said(41, 'person', [{ kind: 'text', text: 'any mail from priya?' }]),
    said(42, 'assistant', [
      { kind: 'text', text: 'One unread message from **Priya Shah**.' },
      step('mail.search', 'Searched mail', {
        messages: [mail, { ...mail, id: 'm2', unread: false, subject: 'Re: Lunch?' }],
      }),
    ]),
    said(43, 'person', [{ kind: 'text', text: 'lunch with priya tomorrow at 12:30' }]),
    said(44, 'assistant', [
      { kind: 'text', text: 'Here is the card. Nothing happens before you approve it.' },
      { kind: 'proposal', proposalId: proposal.id },
      { kind: 'suggestions', suggestions: ['Make it 1pm', 'Add Sam'] },
    ]),
  ],
};
let saidSoFar = 0;
const next = (role: 'person' | 'assistant', parts: c.MessagePart[]) => said(1000 + saidSoFar++, role, parts);

/** @returns the events of an answer: free times, or a request for a permission where sending is meant. */
export async function* answering(
  { text, resume }: { text: string; resume?: boolean },
  store: (message: c.ThreadMessage) => void,
): AsyncGenerator<c.AnswerEvent> {
  if (!resume) {
    const person = next('person', [{ kind: 'text', text }]);
    store(person);
    yield { event: 'message', data: person };
  }
  await Promise.resolve();
  const parts = resume
    ? [{ kind: 'text' as const, text: 'Now I may.' }]
    : text.includes('send')
      ? mayNotSend
      : freeTimes;
  for (const part of parts) yield { event: 'part', data: part };
  const answer = next('assistant', parts);
  store(answer);
  yield { event: 'done', data: answer };
}
const mayNotSend: c.MessagePart[] = [
  { kind: 'text', text: 'I may not send mail yet.' },
  {
    kind: 'grant',
    provider: 'google',
    connectionId: connection.id,
    features: ['mail.send'],
    label: 'Allow sending mail',
  },
];
const freeTimes: c.MessagePart[] = [
  { kind: 'text', text: 'You are free at these times.' },
  step('calendar.find_free_time', 'Looked for free time', {
    slots: [9, 10, 15].map((hour) => ({
      start: tomorrow.set({ hour }).toISO(),
      end: tomorrow.set({ hour: hour + 1 }).toISO(),
    })),
    busy: [],
    unknown: [],
  }),
];
export const runs: c.Run[] = (['succeeded', 'failed', 'outcome_unknown'] as const).map((status, index) => ({
  id: c.RunId.parse(id(50 + index)),
  provider: 'google',
  connectionId: connection.id,
  accountLabel: connection.label,
  action: 'google.create_event',
  effect: 'write',
  status,
  via: 'proposal',
  startedAt: at(-index * 60 - 2),
  durationMs: 120 + index,
}));
export const runDetail = (runId: string): c.RunDetail => ({
  ...(runs.find((run) => run.id === runId) ?? (runs[0] as c.Run)),
  input: { title: 'Lunch with Priya', token: '[secret]' },
  output: { id: 'e1' },
  traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
});
export const apiKey: c.ApiKey = {
  id: c.ApiKeyId.parse(id(70)),
  name: 'Nightly report',
  scopes: ['connections:read', 'actions:read'],
  prefix: 'swb_live_01',
  createdAt: at(-4000),
  expiresAt: at(90_000),
};
export const apiKeys = [
  apiKey,
  { ...apiKey, id: c.ApiKeyId.parse(id(71)), name: 'Phone', connectionId: connection.id, lastUsedAt: at(-7) },
];
export const secrets = [{ id: id(80), name: 'Weather API', lastFour: '9f2c', createdAt: at(-20_000) }];
export const members = {
  items: [
    { id: me.memberId, name: me.name, email: me.email, role: 'owner' as const, joinedAt: at(-9000) },
    {
      id: c.MemberId.parse(id(90)),
      name: 'Bo Lind',
      email: 'bo@example.com',
      role: 'member' as const,
      joinedAt: at(-900),
    },
  ],
  invitations: [{ id: id(91), email: 'cy@example.com', role: 'member' as const, expiresAt: at(5000) }],
};
export const invitationOf = (email: string) => ({
  id: id(92),
  email,
  role: 'member' as const,
  expiresAt: at(5000),
  token: 'once',
  url: 'http://localhost:3000/join#invitation=once',
});
export const audit: c.AuditEntry[] = (['ok', 'denied'] as const).map((outcome, index) => ({
  sequence: 5 - index,
  at: at(-index * 30),
  service: 'auth',
  event: index === 0 ? 'session.created' : 'connection.read',
  actor: me.email,
  outcome,
  details: {},
  hash: 'f'.repeat(64),
}));
