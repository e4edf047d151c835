import type { Contact } from '@switchboard/contracts';
import { NamedList } from './named-list.tsx';

/** People with their addresses. */
export function ContactList({ contacts }: { contacts: readonly Contact[] }) {
  return (
    <NamedList
      names={contacts.map(({ id, name, emails, organization }) => ({
        id,
        name,
        detail: [...emails, ...(organization ? [organization] : [])].join(' · '),
      }))}
    />
  );
}
