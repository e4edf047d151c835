import { Refusal } from '../../kit/refusal.ts';
import type { StoredMail } from './state.ts';

type Test = (mail: StoredMail) => boolean;

const has = (text: string, value: string): boolean => text.toLowerCase().includes(value.toLowerCase());
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const dayMs = 86_400_000;

function dayOf(value: string): number {
  const match = /^(\d{2})-([A-Za-z]{3})-(\d{4})$/.exec(value);
  const month = months.indexOf((match?.[2] ?? '').toLowerCase());
  if (!match || month < 0) throw new Refusal('invalid', 'Invalid Input', { code: 'PATTERN_NOT_MATCHED' });
  return Date.UTC(Number(match[3]), month, Number(match[1]));
}

const tests: Readonly<Record<string, (value: string) => Test>> = {
  entire: (value) => (mail) =>
    has(`${mail.from.name} ${mail.from.email} ${mail.to} ${mail.subject} ${mail.content}`, value),
  content: (value) => (mail) => has(mail.content, value),
  sender: (value) => (mail) => has(`${mail.from.email} ${mail.from.name}`, value),
  to: (value) => (mail) => has(mail.to, value),
  cc: (value) => (mail) => has(mail.cc, value),
  subject: (value) => (mail) => has(mail.subject, value),
  has: (value) => (mail) => value === 'attachment' && mail.attachments.length > 0,
  fromDate: (value) => {
    const from = dayOf(value);
    return (mail) => mail.at >= from;
  },
  toDate: (value) => {
    const to = dayOf(value) + dayMs;
    return (mail) => mail.at < to;
  },
};

/** The test that a search key stands for: `parameter:value` joined with `::`. @throws {Refusal} for an unknown parameter. */
export function searchTest(key: string): Test {
  const parts = key.split('::').map((part) => {
    const at = part.indexOf(':');
    const test = at > 0 ? tests[part.slice(0, at)] : undefined;
    if (!test) throw new Refusal('invalid', 'Invalid Input', { code: 'INVALID_SEARCHKEY' });
    return test(part.slice(at + 1));
  });
  return (mail) => parts.every((test) => test(mail));
}
