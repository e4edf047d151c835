import { googleAccounts, type GoogleAccount } from '../accounts.ts';

export interface Address {
  readonly name: string;
  readonly email: string;
}

/** The addresses of a header such as `To`. */
export function addressesOf(header: string): Address[] {
  const pieces = header.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/).map((piece) => piece.trim());
  return pieces.filter(Boolean).map((piece) => {
    const [, name = '', email = ''] = /^(.*?)<([^>]*)>$/s.exec(piece) ?? ['', '', piece];
    return { name: name.trim().replace(/^"|"$/g, ''), email: email.trim().toLowerCase() };
  });
}

export const isAddress = (email: string): boolean => /^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;.]+$/.test(email);

/** The sandbox account a mail address ends at; Gmail passes over dots and everything after a plus. */
export function mailboxOf(email: string): GoogleAccount | undefined {
  const [local = '', domain = ''] = email.toLowerCase().split('@');
  if (domain !== 'gmail.com' && domain !== 'googlemail.com') return undefined;
  const bare = (text: string): string => text.split('@')[0]!.split('+')[0]!.replaceAll('.', '');
  return googleAccounts.find((account) => bare(account.email) === bare(local));
}
