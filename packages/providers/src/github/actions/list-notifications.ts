import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { pageFields } from '../fields.ts';
import { listed } from '../listing.ts';

const Threads = z.array(
  z.object({
    id: z.string(),
    unread: z.boolean(),
    reason: z.string(),
    updated_at: z.string(),
    subject: z.object({ title: z.string(), type: z.string(), url: z.string().nullish() }),
    repository: z.object({ full_name: z.string(), html_url: z.string() }),
  }),
);

export const listNotifications = defineAction({
  name: 'list_notifications',
  title: 'List notifications',
  description: 'Lists your notifications, the newest first; only unread ones unless told.',
  effect: 'read',
  idempotent: true,
  needs: ['notifications.read'],
  phrases: ['github notifications', 'what is new on github'],
  input: z.object({
    includeRead: z.boolean().default(false).describe('Also those that were read'),
    ...pageFields,
    limit: z.int().min(1).max(50).default(30).describe('Most results'),
  }),
  output: z.object({
    notifications: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        kind: z.string(),
        reason: z.string(),
        repository: z.string(),
        isUnread: z.boolean(),
        updatedAt: z.string(),
        url: z.string(),
      }),
    ),
    nextCursor: z.string().optional(),
  }),

  /** @see https://docs.github.com/rest/activity/notifications#list-notifications-for-the-authenticated-user */
  async run(context, { includeRead, ...page }) {
    const asked = { path: '/notifications', query: { all: includeRead } };
    const { value, next } = await listed(context, asked, page, Threads);
    const notifications = value.map(({ id, subject, reason, repository, unread, updated_at: updatedAt }) => ({
      id,
      title: subject.title,
      kind: subject.type,
      reason,
      repository: repository.full_name,
      isUnread: unread,
      updatedAt,
      url: pageOf(repository.html_url, subject.url),
    }));
    return { notifications, ...next };
  },

  examples: [{ input: {} }, { title: 'All of them', input: { includeRead: true } }],
});

/** The page of what a notification is about; its repository where the API has no address for it. */
function pageOf(repository: string, api: string | null | undefined): string {
  const [, kind, number] = /\/(issues|pulls)\/(\d+)$/.exec(api ?? '') ?? [];
  if (kind === undefined) return repository;
  return `${repository}/${kind === 'pulls' ? 'pull' : 'issues'}/${number}`;
}
