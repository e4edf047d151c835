import type { MailAddress } from '@switchboard/contracts';
import { z } from 'zod';
import type { GraphMessage, GraphPerson } from './answer.ts';
import { personOf } from './parse.ts';

const Email = z.email();

export const recipientsOf = (people: readonly MailAddress[]) =>
  people.map(({ email, name }) => ({ emailAddress: { address: email, ...(name && { name }) } }));

/** Whom a reply goes to. A reply to one's own mail goes to its recipients again. */
export function answering(
  message: GraphMessage,
  own: string | undefined,
  all: boolean,
): { readonly to: MailAddress[]; readonly cc: MailAddress[] } {
  const isOwn = ({ email }: MailAddress): boolean => email.toLowerCase() === own?.toLowerCase();
  const from = message.from ? [message.from] : [];
  const written = known(from).some(isOwn) && message.toRecipients.length > 0;
  const sender = message.replyTo.length > 0 ? message.replyTo : from;
  const to = known(written ? message.toRecipients : sender);
  const named = new Set(to.map(({ email }) => email.toLowerCase()));
  const others = [...(written ? [] : message.toRecipients), ...message.ccRecipients];
  const cc = all ? known(others).filter((one) => !isOwn(one) && !named.has(one.email.toLowerCase())) : [];
  return { to, cc };
}

/** Each address once, and only those that mail can be sent to. */
const known = (people: readonly GraphPerson[]): MailAddress[] => {
  const byAddress = new Map(people.map((one) => [one.emailAddress.address.toLowerCase(), personOf(one)]));
  return [...byAddress.values()].filter(({ email }) => Email.safeParse(email).success);
};
