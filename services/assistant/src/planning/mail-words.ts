import type { MailSummary } from '@switchboard/contracts';
import { sentenceCase } from './calendar-inputs.ts';
import type { Turn } from './turn.ts';

export function withoutRecipients(turn: Turn): Turn {
  const people = turn.frame.slots.people?.filter(({ value }) => value.role === 'from');
  return { ...turn, frame: { ...turn.frame, slots: { ...turn.frame.slots, people } } };
}

/** Only what is unread can be marked as read. */
export function unreadOnly(turn: Turn): Turn {
  const { intent, slots } = turn.frame;
  if (intent !== 'mail.label' || !slots.label || slots.label.value.toLowerCase() !== 'read') return turn;
  return { ...turn, frame: { intent, slots: { ...slots, unread: { ...slots.label, value: true } } } };
}

/** "Reply to Priya" means her latest message. */
export function fromAddressee(turn: Turn): Turn {
  const { slots } = turn.frame;
  const people = slots.people
    ?.filter(({ value }) => !value.group && !value.self && value.role !== 'cc' && value.role !== 'bcc')
    .map((one) => ({ ...one, value: { ...one.value, role: 'from' as const } }));
  return latestFirst({ ...turn, frame: { ...turn.frame, slots: { ...slots, people } } });
}

/** "Read the mail from Priya" means her latest. */
export function latestFirst(turn: Turn): Turn {
  const { slots } = turn.frame;
  if (slots.ordinal || slots.pointsBack) return turn;
  return {
    ...turn,
    frame: {
      ...turn.frame,
      slots: { ...slots, ordinal: { value: 1, span: { start: 0, end: 0 }, text: '', sure: 0.5 } },
    },
  };
}

export const firstWords = (text: string): string =>
  sentenceCase((text.split('\n')[0] ?? '').slice(0, 60).trim()) || '(no subject)';

export const plural =
  /\b(?:e-?mails|mails|messages|threads|newsletters|invoices|receipts|conversations|everything|all|them|these|those|any)\b/iu;
export const filed: Readonly<Record<string, string>> = {
  'mail.label': 'labelled',
  'mail.archive': 'archived',
  'mail.trash': 'moved to the bin',
  'mail.restore': 'taken out of the bin',
};

/** What a label's name does: reading takes off the mark of the unread, the rest is added. */
export function labelling(label: string): { add?: string[]; remove?: string[] } {
  const name = label.toLowerCase();
  if (name === 'read') return { remove: ['UNREAD'] };
  return { add: [['unread', 'starred', 'important', 'spam'].includes(name) ? name.toUpperCase() : label] };
}

export function bySender(messages: readonly MailSummary[]): string {
  const counts = new Map<string, number>();
  for (const { from } of messages) counts.set(from.name ?? from.email, (counts.get(from.name ?? from.email) ?? 0) + 1);
  const ranked = [...counts].sort(([, one], [, other]) => other - one).slice(0, 15);
  return ranked.map(([sender, count]) => `${sender}: ${count}`).join('\n');
}
