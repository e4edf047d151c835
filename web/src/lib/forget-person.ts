import type { QueryClient } from '@tanstack/react-query';
import { meKey, setupQuery } from './queries.ts';

/** Empties the cache of everything that was a person's, and says that nobody is signed in (G-5). */
export function forgetPerson(client: QueryClient): void {
  const kept = [meKey[0], setupQuery.queryKey[0]];
  client.removeQueries({ predicate: ({ queryKey }) => !kept.includes(String(queryKey[0])) });
  client.getMutationCache().clear();
  client.setQueryData(meKey, null);
}
