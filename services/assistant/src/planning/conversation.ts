import type { ConnectionId } from '@switchboard/contracts';
import type { Frame, SlotName } from '../understanding/index.ts';

/** Something a read listed, so that "the second one" means it. */
export interface Listed {
  readonly kind: 'event' | 'message' | 'task' | 'list' | 'folder' | 'chat';
  readonly label: string;
  readonly id: string;
  readonly calendarId?: string;
  /** The account that listed it. */
  readonly connectionId?: ConnectionId;
}

/** An option shown, and what choosing it settles. */
export type Option =
  | {
      readonly settles: 'person';
      readonly label: string;
      readonly mention: string;
      readonly email: string;
      readonly name?: string;
    }
  | { readonly settles: 'target'; readonly label: string; readonly listed: Listed }
  | { readonly settles: 'account'; readonly label: string; readonly connectionId: ConnectionId }
  | { readonly settles: 'slot'; readonly label: string; readonly start: string; readonly end: string };

export interface KnownPerson {
  readonly email: string;
  readonly name?: string;
}

/** What was settled for the frame at hand. */
export interface Settled {
  /** By the mention as written, in lower case. */
  readonly people: Readonly<Record<string, KnownPerson>>;
  readonly target?: Listed;
  readonly connectionId?: ConnectionId;
}

/** What a thread remembers between messages; kept in its row. */
export interface Conversation {
  readonly frame?: Frame;
  readonly proposalId?: string;
  readonly pendingSlot?: SlotName;
  readonly options?: readonly Option[];
  readonly settled: Settled;
  readonly lastResults?: readonly Listed[];
  /** Addresses the person wrote in this thread. */
  readonly named: readonly string[];
}

export const newConversation: Conversation = { settled: { people: {} }, named: [] };

const address = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/g;

/** Remembers the addresses in what the person wrote (P-5). */
export const withNamed = (conversation: Conversation, text: string): Conversation => ({
  ...conversation,
  named: [...new Set([...conversation.named, ...(text.match(address) ?? [])])].slice(-200),
});
