import { png } from '../seed/files.ts';
import { ada, cast, jonas, personBy } from '../seed/cast.ts';
import { channels } from '../seed/talk.ts';
import type { SandboxKit } from '../kit/world.ts';
import {
  secondsNow,
  sentFile,
  type Bot,
  type BotAccount,
  type Chat,
  type Message,
  type Room,
  type StoredFile,
  type User,
} from './model.ts';

const people = [ada, jonas, ...cast];

/** A person of the cast as Telegram knows them; ids are `7100000` and their place in the cast. */
function userOf(email: string): User {
  const at = people.findIndex((person) => person.email === email);
  const [first = '', ...last] = personBy(email)!.name.split(' ');
  return {
    id: 710_000_001 + at,
    is_bot: false,
    first_name: first,
    ...(last.length > 0 && { last_name: last.join(' ') }),
  };
}

const privately = ({ id, first_name: first, last_name: last }: User): Chat => ({
  id,
  type: 'private',
  first_name: first,
  ...(last !== undefined && { last_name: last }),
});

/** Each person's bot knows its person, two friends and the Harborline group; one friend has blocked it. */
export function seedOf(kit: SandboxKit, { id, name, botId }: BotAccount): Bot {
  const now = secondsNow(kit);
  const [first = ''] = name.split(' ');
  const user: User = { id: botId, is_bot: true, first_name: `${first}'s helper`, username: `${id}_fernhill_bot` };
  const owner = userOf(id === 'ada' ? ada.email : jonas.email);
  const priya = userOf('priya@fernhill.example');
  const imogen = userOf('imogen.price@example.org');
  const group: Chat = { id: -1_002_100_000_001, type: 'supergroup', title: 'Harborline launch' };
  const channel: Chat = { id: -1_002_100_000_002, type: 'channel', title: 'Fernhill news', username: 'fernhill_news' };
  const rooms: Room[] = [
    { chat: privately(owner), members: 2, about: 'At Fernhill Studio', bot: 'member', pinned: [] },
    { chat: privately(priya), members: 2, bot: 'member', pinned: [] },
    { chat: privately(imogen), members: 2, bot: 'blocked', pinned: [] },
    { chat: group, members: 5, about: 'The tracking site for Harborline Shipping.', bot: 'admin', pinned: [111] },
    { chat: channel, members: 46, about: 'What is on at the studio.', bot: 'member', pinned: [] },
  ];
  const picture = png('quay-map-sketch.png', [70, 120, 190]);
  const sketch: StoredFile = {
    file_id: 'BQACAgQAAxkBAAIBsketch01',
    file_unique_id: 'AgADsketch01',
    file_size: picture.bytes.length,
    file_name: picture.name,
    mime_type: picture.type,
    blob: kit.store.putBlob(picture.bytes),
    path: 'documents/file_1.png',
  };
  const at = (minutesAgo: number) => ({ date: now - minutesAgo * 60 });
  const messages: Message[] = [
    { message_id: 101, ...at(185), chat: privately(owner), from: owner, text: '/start' },
    { message_id: 102, ...at(184), chat: privately(owner), from: user, text: 'The heating is repaired.' },
    {
      message_id: 103,
      ...at(90),
      chat: privately(priya),
      from: priya,
      caption: 'First sketch of the quay map',
      document: sentFile(sketch),
    },
    { message_id: 104, ...at(80), chat: privately(priya), from: user, text: 'Thank you, Priya!' },
    ...channels
      .find(({ key }) => key === 'harborline')!
      .messages.map(({ by, minutesAgo, text }, index) => ({
        message_id: 111 + index,
        ...at(minutesAgo),
        chat: group,
        from: userOf(by),
        text,
      })),
  ];
  const blocked = {
    chat: privately(imogen),
    from: imogen,
    ...at(60),
    old_chat_member: { status: 'member', user },
    new_chat_member: { status: 'kicked', user, until_date: 0 },
  };
  const received = messages.filter(({ from, message_id: number }) => !from?.is_bot && ![111, 112].includes(number));
  const updates = [
    ...received.map((message, index) => ({ update_id: 900_001 + index, message })),
    { update_id: 900_001 + received.length, my_chat_member: blocked },
  ];
  return { user, tokens: 1, rooms, messages, updates, files: [sketch], webhook: '', lastMessage: 200 };
}
