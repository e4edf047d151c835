import type { ActionContext } from '@switchboard/provider-kit';
import { z } from 'zod';
import { numbered } from './fields.ts';

const Login = z.object({ login: z.string() }).nullable();
const Label = z.union([z.string(), z.object({ name: z.string().nullish() })]);

/** What of GitHub's issue is read, in a list or by itself. */
export const GithubIssue = z.object({
  number: z.int(),
  title: z.string(),
  body: z.string().nullish(),
  state: z.string(),
  html_url: z.string(),
  repository_url: z.string(),
  user: Login,
  assignees: z.array(Login).nullish(),
  labels: z.array(Label),
  comments: z.int(),
  pull_request: z.unknown().optional(),
  created_at: z.string(),
  updated_at: z.string(),
});
export type GithubIssue = z.infer<typeof GithubIssue>;

/** An issue as actions answer it. */
export const ShownIssue = z.object({
  id: z.string(),
  repository: z.string(),
  number: z.int(),
  title: z.string(),
  text: z.string(),
  state: z.string(),
  url: z.string(),
  author: z.string().optional(),
  labels: z.array(z.string()),
  assignees: z.array(z.string()),
  comments: z.int(),
  isPullRequest: z.boolean(),
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type ShownIssue = z.infer<typeof ShownIssue>;

export function shown(issue: GithubIssue): ShownIssue {
  const repository = issue.repository_url.split('/').slice(-2).join('/');
  return {
    id: `${repository}#${issue.number}`,
    repository,
    number: issue.number,
    title: issue.title,
    text: withoutTrace(issue.body ?? ''),
    state: issue.state,
    url: issue.html_url,
    ...(issue.user && { author: issue.user.login }),
    labels: issue.labels.flatMap((label) => (typeof label === 'string' ? label : (label.name ?? []))),
    assignees: (issue.assignees ?? []).flatMap((one) => one?.login ?? []),
    comments: issue.comments,
    isPullRequest: issue.pull_request !== undefined,
    createdAt: issue.created_at,
    updatedAt: issue.updated_at,
  };
}

export const issuePath = (id: string): string => {
  const { repo, number } = numbered(id);
  return `${repo}/issues/${number}`;
};

export const readIssue = ({ http }: Pick<ActionContext, 'http'>, id: string): Promise<GithubIssue> =>
  http.get(issuePath(id), { schema: GithubIssue });

/** Changes an issue; doing it twice changes nothing more. */
export const patchIssue = ({ http }: Pick<ActionContext, 'http'>, id: string, json: object): Promise<GithubIssue> =>
  http.patch(issuePath(id), { json, idempotent: true, schema: GithubIssue });

const trace = (marker: string): string => `<!-- switchboard ${marker} -->`;

/** The text with a comment that GitHub does not show, by which the run that wrote it is known again. */
export const traced = (text: string, { run }: Pick<ActionContext, 'run'>): string =>
  text === '' ? trace(run.marker) : `${text}\n\n${trace(run.marker)}`;

export const isOf = (text: string | null | undefined, { run }: Pick<ActionContext, 'run'>): boolean =>
  text?.includes(trace(run.marker)) ?? false;

export const withoutTrace = (text: string): string => text.replace(/\s*<!-- switchboard [0-9a-v]{26} -->\s*$/, '');
/** The trace at the end of a text, to keep it where the text changes. */
export const traceIn = (text: string): string => /\s*<!-- switchboard [0-9a-v]{26} -->\s*$/.exec(text)?.[0] ?? '';
