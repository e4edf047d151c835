import * as c from '@switchboard/contracts';
import { id, at, now } from './base.ts';
import { tomorrow } from './calendar.ts';
import { connection } from './connections.ts';
import { me } from './people.ts';
import { actions } from './providers.ts';

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
