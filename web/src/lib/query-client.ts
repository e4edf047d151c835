import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { forgetPerson } from './forget-person.ts';
import { isProblem, ProblemError } from './problem-error.ts';
import { meKey } from './queries.ts';

/** The cache of what the hub answered; a lost session empties it and shows the sign-in page. */
export function createQueryClient(): QueryClient {
  const onError = (error: unknown) => {
    if (isProblem(error, 'unauthenticated') && client.getQueryData(meKey)) {
      forgetPerson(client);
    }
  };
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (failures, error) => failures < 2 && error instanceof ProblemError && error.problem.status >= 502,
      },
    },
  });
  return client;
}
