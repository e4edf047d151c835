import * as c from '@switchboard/contracts';
import { id, at, now } from './base.ts';
import { tomorrow } from './calendar.ts';
import { connection } from './connections.ts';
import { proposal } from './proposals.ts';

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
