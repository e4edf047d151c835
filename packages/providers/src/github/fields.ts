import { HubError } from '@switchboard/contracts';
import { asChoice, picked } from '@switchboard/provider-kit';
import { z } from 'zod';

export const repositoryField = (): ReturnType<typeof picked> =>
  picked({ action: 'github.list_repositories', items: 'repositories' }, 141).describe('Repository, as owner/name');

export const issueField = (): ReturnType<typeof picked> =>
  picked({ action: 'github.search_issues', items: 'issues' }, 160).describe('Issue, as owner/name#12');

export const pullRequestField = (): ReturnType<typeof picked> =>
  picked({ action: 'github.list_pull_requests', items: 'pullRequests' }, 160).describe(
    'Pull request, as owner/name#12',
  );

export const pathField = () => z.string().max(1024).describe('Path inside the repository, as docs/plan.md');

/** A file; those of the top folder are offered once the repository is chosen. */
export const filePathField = () =>
  asChoice(pathField().min(1), {
    action: 'github.list_files',
    items: 'files',
    given: { repositoryId: 'repositoryId' },
    where: { kind: 'file' },
  });

export const refField = () =>
  z.string().min(1).max(255).optional().describe('Branch, tag or commit; the default branch unless told');

export const pageFields = {
  limit: z.int().min(1).max(100).default(30).describe('Most results'),
  cursor: z
    .string()
    .regex(/^\d{1,6}$/)
    .optional()
    .describe('Where the list goes on, as the last answer said'),
};

const name = /^[\w.-]{1,100}$/;

/** The path of a repository in the API. @throws HubError `input_invalid` where the text names none. */
export function repositoryPath(text: string): string {
  const [owner = '', repo = '', ...more] = text.split('/');
  const fits = more.length === 0 && [owner, repo].every((part) => name.test(part) && !/^\.+$/.test(part));
  if (!fits) throw new HubError('input_invalid', 'Name the repository as owner/name.');
  return `/repos/${owner}/${repo}`;
}

/** The repository and number that `owner/name#12` names. @throws HubError `input_invalid` where it names none. */
export function numbered(id: string): { repository: string; repo: string; number: string } {
  const [repository = '', number = '', ...more] = id.split('#');
  if (more.length > 0 || !/^[1-9]\d{0,8}$/.test(number))
    throw new HubError('input_invalid', 'Name it as owner/name#12.');
  return { repository, repo: repositoryPath(repository), number };
}
