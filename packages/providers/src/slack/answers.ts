import { z } from 'zod';

/** @see https://docs.slack.dev/reference/objects/conversation-object */
export const SlackChannel = z.object({
  id: z.string(),
  name: z.string().optional(),
  user: z.string().optional(),
  is_im: z.boolean().optional(),
  is_mpim: z.boolean().optional(),
  is_member: z.boolean().optional(),
});
export type SlackChannel = z.infer<typeof SlackChannel>;

/** @see https://docs.slack.dev/reference/events/message */
export const SlackMessage = z.object({
  ts: z.string(),
  text: z.string().default(''),
  user: z.string().optional(),
  username: z.string().optional(),
  thread_ts: z.string().optional(),
  reply_count: z.int().nonnegative().optional(),
  reactions: z.array(z.object({ name: z.string(), count: z.int().nonnegative() })).optional(),
  files: z.array(z.object({ id: z.string(), name: z.string().optional() })).optional(),
  metadata: z.object({ event_payload: z.record(z.string(), z.unknown()) }).optional(),
});
export type SlackMessage = z.infer<typeof SlackMessage>;

/** @see https://docs.slack.dev/reference/objects/user-object */
export const SlackUser = z.object({
  id: z.string(),
  name: z.string(),
  deleted: z.boolean().optional(),
  is_bot: z.boolean().optional(),
  real_name: z.string().optional(),
  profile: z
    .object({ display_name: z.string().optional(), title: z.string().optional(), email: z.string().nullish() })
    .optional(),
});
export type SlackUser = z.infer<typeof SlackUser>;

export const Paging = z.object({ next_cursor: z.string().optional() });

export const nameOf = ({ name, real_name: real, profile }: SlackUser): string => profile?.display_name || real || name;

/** When a message was written: its `ts` is a Unix time that names it. */
export const timeOf = (ts: string): string => new Date(Number(ts) * 1000).toISOString();

/** The cursor of the next page; Slack says an empty one on the last. */
export const nextOf = (paging: z.infer<typeof Paging> | undefined) =>
  paging?.next_cursor ? { nextCursor: paging.next_cursor } : {};
