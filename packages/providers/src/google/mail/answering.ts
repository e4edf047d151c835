import type { MailAddress } from '@switchboard/contracts';
import { z } from 'zod';
import type { GoogleMessage } from './answer.ts';
import { headerOf, peopleOf } from './parse.ts';

const Email = z.email();

/** What a reply takes over from the message it answers. */
export interface Answering {
  readonly to: MailAddress[];
  readonly cc: MailAddress[];
  readonly subject: string;
  readonly references: string[];
  readonly threadId: string;
}

/** Whom a reply goes to, under which subject and in which thread. A reply to one's own mail goes to its recipients again. */
export function answering(message: GoogleMessage, own: string | undefined, all: boolean): Answering {
  const isOwn = ({ email }: { email: string }): boolean => email.toLowerCase() === own?.toLowerCase();
  const from = peopleOf(message, 'from');
  const replyTo = peopleOf(message, 'reply-to');
  const sender = replyTo.length > 0 ? replyTo : from;
  const written = from.some(isOwn) && peopleOf(message, 'to').length > 0;
  const to = people(written ? peopleOf(message, 'to') : sender);
  const others = [...(written ? [] : peopleOf(message, 'to')), ...peopleOf(message, 'cc')];
  const named = new Set(to.map(({ email }) => email.toLowerCase()));
  const cc = all ? people(others).filter((one) => !isOwn(one) && !named.has(one.email.toLowerCase())) : [];
  return { to, cc, ...threading(message), subject: prefixed('Re', headerOf(message, 'subject')) };
}

/** The headers that keep a mail in the thread of another (RFC 5322 §3.6.4). */
export function threading(message: GoogleMessage): Pick<Answering, 'references' | 'threadId'> {
  const earlier = ids(headerOf(message, 'references') ?? headerOf(message, 'in-reply-to'));
  return { references: [...earlier, ...ids(headerOf(message, 'message-id'))].slice(-50), threadId: message.threadId };
}

export const prefixed = (prefix: 'Re' | 'Fwd', subject = ''): string =>
  new RegExp(`^${prefix}:`, 'i').test(subject.trim()) ? subject.trim() : `${prefix}: ${subject.trim()}`.trim();

/** Message-IDs come from outside: only well-formed ones are repeated. */
const ids = (header = ''): string[] => header.match(/<[!-;=?-~]{1,250}@[!-;=?-~]{1,250}>/g) ?? [];

const people = (found: readonly MailAddress[]): MailAddress[] => {
  const known = new Map(
    found.filter(({ email }) => Email.safeParse(email).success).map((one) => [one.email.toLowerCase(), one]),
  );
  return [...known.values()];
};
