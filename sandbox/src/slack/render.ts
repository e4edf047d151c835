import { memberBy, team } from './people.ts';
import type { Channel, Message, SlackState, StoredFile } from './state.ts';

/** @see https://docs.slack.dev/reference/objects/conversation-object */
export function channelView({ id, kind, name, about, created, members }: Channel, viewer: string) {
  if (kind === 'im') {
    const user = members.find((member) => member !== viewer) ?? viewer;
    return { id, created, is_im: true, is_org_shared: false, user, is_user_deleted: false, priority: 0 };
  }
  const words = (value: string) => ({ value, creator: members[0]!, last_set: created });
  return {
    id,
    name,
    name_normalized: name,
    created,
    creator: members[0]!,
    is_channel: kind === 'public',
    is_group: kind === 'private',
    is_im: false,
    is_mpim: false,
    is_private: kind === 'private',
    is_archived: false,
    is_general: name === 'general',
    is_shared: false,
    is_org_shared: false,
    is_ext_shared: false,
    is_member: members.includes(viewer),
    num_members: members.length,
    unlinked: 0,
    topic: words(''),
    purpose: words(about),
    previous_names: [],
    shared_team_ids: [team.id],
    pending_shared: [],
    pending_connected_team_ids: [],
  };
}

/** @see https://docs.slack.dev/reference/objects/file-object */
export const fileView = ({ id, user, name, size, title, shared }: StoredFile) => ({
  id,
  created: 1_700_000_000,
  name,
  title: title ?? name,
  mimetype: 'application/octet-stream',
  filetype: 'binary',
  size,
  user,
  mode: 'hosted',
  is_external: false,
  is_public: true,
  channels: shared.filter((channel) => channel.startsWith('C')),
  groups: shared.filter((channel) => channel.startsWith('G')),
  ims: shared.filter((channel) => channel.startsWith('D')),
  permalink: `https://fernhill.slack.com/files/${user}/${id}/${encodeURIComponent(name)}`,
});

/** A message, with what was answered to it where it began a thread. */
export function messageView(state: SlackState, message: Message, withMetadata: boolean) {
  const { ts, user, text, threadTs, edited, metadata, reactions, file: fileId } = message;
  const replies = state.messages.filter((one) => one.channel === message.channel && one.threadTs === ts);
  const file = state.files.find(({ id }) => id === fileId);
  const shown = Object.entries(reactions).filter(([, users]) => users.length > 0);
  return {
    type: 'message',
    ts,
    user,
    team: team.id,
    text,
    ...(threadTs !== undefined && { thread_ts: threadTs, parent_user_id: parentOf(state, message) }),
    ...(replies.length > 0 && {
      thread_ts: ts,
      reply_count: replies.length,
      reply_users: [...new Set(replies.map((reply) => reply.user))],
      reply_users_count: new Set(replies.map((reply) => reply.user)).size,
      latest_reply: replies.at(-1)!.ts,
      subscribed: false,
    }),
    ...(shown.length > 0 && { reactions: shown.map(([name, users]) => ({ name, users, count: users.length })) }),
    ...(file && { files: [fileView(file)], upload: false }),
    ...(edited && { edited: { user, ts } }),
    ...(withMetadata && metadata !== undefined && { metadata }),
  };
}

const parentOf = ({ messages }: SlackState, { channel, threadTs }: Message): string | undefined =>
  messages.find((one) => one.channel === channel && one.ts === threadTs)?.user;

export const handleOf = (id: string): string => memberBy(id)?.handle ?? id;
