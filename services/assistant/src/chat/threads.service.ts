import {
  HubError,
  listThreads,
  type MessagePart,
  type ReplyOf,
  type RequestOf,
  type Thread,
  type ThreadDetail,
  type ThreadId,
  type ThreadMessage,
} from '@switchboard/contracts';
import { type Caller, Clock, Database, Ids, readCursor, toPage } from '@switchboard/nest-kit';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { type Conversation, newConversation } from '../planning/conversation.ts';
import { MessageEntity } from './message.entity.ts';
import { ThreadEntity } from './thread.entity.ts';

/** Milliseconds since 1970. */
const changedAt = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform((ms) => new Date(Number(ms)));
const untitled = 'New conversation';
const mostMessages = 500;

/** Conversations and what was said in them. */
@Injectable()
export class ThreadsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async list(
    { limit = 50, cursor }: RequestOf<typeof listThreads>,
    caller: Caller,
  ): Promise<ReplyOf<typeof listThreads>> {
    const { hubId, memberId } = ownerOf(caller);
    const before = readCursor(cursor, changedAt);
    const rows = await this.database.forCaller(caller, (manager) => {
      const query = manager.createQueryBuilder(ThreadEntity, 'thread').where({ hubId, memberId });
      if (before) query.andWhere('thread.updatedAt < :before', { before });
      return query
        .orderBy('thread.updatedAt', 'DESC')
        .take(limit + 1)
        .getMany();
    });
    const page = toPage(rows, limit, ({ updatedAt }) => String(updatedAt.getTime()));
    return { items: page.rows.map(toThread), nextCursor: page.nextCursor };
  }

  async create(title: string | undefined, caller: Caller): Promise<Thread> {
    const { hubId, memberId } = ownerOf(caller);
    const now = this.clock.now();
    const row = Object.assign(new ThreadEntity(), {
      id: this.ids.uuid(),
      hubId,
      memberId,
      title: title || untitled,
      state: newConversation,
      createdAt: now,
      updatedAt: now,
    });
    await this.database.forCaller(caller, (manager) => manager.insert(ThreadEntity, row as never));
    return toThread(row);
  }

  /** @throws HubError `not_found`, also where it is another person's. */
  async find(id: ThreadId, caller: Caller): Promise<ThreadEntity> {
    const { hubId, memberId } = ownerOf(caller);
    const row = await this.database.forCaller(caller, (manager) =>
      manager.findOneBy(ThreadEntity, { id, hubId, memberId }),
    );
    if (!row) throw new HubError('not_found', 'There is no such conversation.');
    return row;
  }

  async detail(id: ThreadId, caller: Caller): Promise<ThreadDetail> {
    const row = await this.find(id, caller);
    const { hubId, memberId } = caller.claims;
    const messages = await this.database.forCaller(caller, (manager) =>
      manager.find(MessageEntity, {
        where: { threadId: id, hubId, memberId },
        order: { id: 'DESC' },
        take: mostMessages,
      }),
    );
    return { ...toThread(row), messages: messages.reverse().map(toMessage) };
  }

  async remove(id: ThreadId, caller: Caller): Promise<void> {
    await this.find(id, caller);
    const { hubId, memberId } = caller.claims;
    await this.database.forCaller(caller, (manager) => manager.delete(ThreadEntity, { id, hubId, memberId }));
  }

  /** Keeps a message, and with the assistant's the conversation it leaves. The first one names the thread. */
  async add(
    thread: ThreadEntity,
    role: ThreadMessage['role'],
    parts: MessagePart[],
    caller: Caller,
    state?: Conversation,
  ): Promise<ThreadMessage> {
    const { hubId, memberId } = caller.claims;
    const now = this.clock.now();
    const row = Object.assign(new MessageEntity(), {
      id: this.ids.uuid(),
      hubId,
      memberId,
      threadId: thread.id,
      role,
      parts,
      createdAt: now,
    });
    const [part] = parts;
    const title =
      thread.title === untitled && role === 'person' && part?.kind === 'text' ? part.text.slice(0, 80) : thread.title;
    await this.database.forCaller(caller, async (manager) => {
      await manager.insert(MessageEntity, row as never);
      await manager.update(ThreadEntity, { id: thread.id, hubId, memberId }, {
        title,
        updatedAt: now,
        ...(state ? { state } : {}),
      } as never);
    });
    thread.title = title;
    return toMessage(row);
  }
}

/** A conversation may hold what any account of the person answered, so a key limited to one connection has none. */
function ownerOf({ claims }: Caller): Pick<Caller['claims'], 'hubId' | 'memberId'> {
  if (claims.connectionId !== undefined)
    throw new HubError(
      'not_permitted',
      'A key limited to one connection has no conversations. Use a key without a limit.',
    );
  return claims;
}

const toThread = ({ id, title, createdAt, updatedAt }: ThreadEntity): Thread =>
  ({ id, title, createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() }) as Thread;

const toMessage = ({ id, role, parts, createdAt }: MessageEntity): ThreadMessage =>
  ({ id, role, parts, createdAt: createdAt.toISOString() }) as ThreadMessage;
