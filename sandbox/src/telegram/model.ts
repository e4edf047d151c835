import type { SandboxKit } from '../kit/world.ts';

export interface User {
  readonly id: number;
  readonly is_bot: boolean;
  readonly first_name: string;
  readonly last_name?: string;
  readonly username?: string;
}

export interface Chat {
  readonly id: number;
  readonly type: 'private' | 'supergroup' | 'channel';
  readonly title?: string;
  readonly username?: string;
  readonly first_name?: string;
  readonly last_name?: string;
}

/** What the bot is in a chat, and what only `getChat` tells. */
export interface Room {
  readonly chat: Chat;
  readonly members: number;
  readonly about?: string;
  /** `blocked` where a person put the bot out. */
  readonly bot: 'member' | 'admin' | 'blocked';
  /** The newest last. */
  pinned: number[];
}

export interface StoredFile {
  readonly file_id: string;
  readonly file_unique_id: string;
  readonly file_size: number;
  readonly file_name?: string;
  readonly mime_type?: string;
  readonly blob: string;
  readonly path: string;
}

/** A message as the API answers it. */
export interface Message {
  readonly message_id: number;
  readonly date: number;
  readonly chat: Chat;
  readonly from?: User;
  text?: string;
  edit_date?: number;
  readonly caption?: string;
  readonly entities?: readonly Entity[];
  readonly document?: object;
  readonly photo?: readonly object[];
  readonly reply_to_message?: Message;
}

export interface Entity {
  readonly type: string;
  readonly offset: number;
  readonly length: number;
  readonly url?: string;
}

export interface Update {
  readonly update_id: number;
  readonly message?: Message;
  readonly my_chat_member?: object;
}

/** One bot with everything it knows. */
export interface Bot {
  readonly user: User;
  /** Counts the tokens that BotFather gave. */
  tokens: number;
  readonly rooms: Room[];
  readonly messages: Message[];
  updates: Update[];
  readonly files: StoredFile[];
  webhook: string;
  lastMessage: number;
}

export interface BotAccount {
  readonly id: string;
  readonly name: string;
  readonly botId: number;
}

/** Whose bots there are. */
export const accounts: readonly BotAccount[] = [
  { id: 'ada', name: 'Ada Marsh', botId: 1102015401 },
  { id: 'jonas', name: 'Jonas Weld', botId: 1102015402 },
];

/** The token that BotFather gave last. */
export const tokenOf = ({ user, tokens }: Bot): string =>
  `${user.id}:AAH${String(tokens).padStart(2, '0')}sandbox-token-of-a-bot-00000`;

export const secondsNow = (kit: SandboxKit): number => Math.floor(kit.clock() / 1000);

/** What may be said of a file in a message. */
export const sentFile = ({ blob: _blob, path: _path, ...shown }: StoredFile): object => shown;
