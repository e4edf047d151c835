import { z } from 'zod';
import { withoutTrace } from './issue.ts';

export const GithubComment = z.object({
  id: z.int(),
  body: z.string().nullish(),
  html_url: z.string(),
  user: z.object({ login: z.string() }).nullable(),
  created_at: z.string(),
});

export const ShownComment = z.object({
  id: z.string(),
  text: z.string(),
  url: z.string(),
  author: z.string().optional(),
  createdAt: z.string(),
});

export const shownComment = ({
  id,
  body,
  html_url: url,
  user,
  created_at: createdAt,
}: z.infer<typeof GithubComment>) => ({
  id: String(id),
  text: withoutTrace(body ?? ''),
  url,
  ...(user && { author: user.login }),
  createdAt,
});
