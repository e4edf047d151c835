import type { AuditEntry } from '@switchboard/contracts';
import { actionTitle } from '../../lib/action-title.ts';

/** What a person calls things, by their ids. */
export type Names = ReadonlyMap<string, string>;

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** @returns what an entry is about as a person calls it: the action and its account, a connection, a member, a key, a provider. */
export function subjectName({ subject, details }: AuditEntry, names: Names): string | undefined {
  const account = text(details['connectionId']);
  const action = text(details['action']);
  const known = [
    action && actionTitle(action),
    account && names.get(account),
    subject && names.get(subject),
    text(details['email']),
    text(details['name']),
  ].filter(Boolean);
  const provider = text(details['provider']);
  return known.length > 0 ? [...new Set(known)].join(' · ') : provider && (names.get(provider) ?? provider);
}

/** @returns who did it: the member's name; nothing where the hub did it itself. */
export const actorName = ({ memberId, actor }: AuditEntry, names: Names): string | undefined =>
  (memberId && names.get(memberId)) ?? (/^(?:service:|anonymous$)/.test(actor) ? undefined : actor);
