import type { MessagePart, ThreadId } from '@switchboard/contracts';
import type { Caller } from '@switchboard/nest-kit';
import type { Frame, Understanding } from '../understanding/index.ts';
import type { Conversation } from './conversation.ts';
import type { Reach } from './reach.service.ts';

/** One message being answered. */
export interface Turn {
  readonly text: string;
  readonly threadId: ThreadId;
  readonly caller: Caller;
  readonly timeZone: string;
  readonly now: Date;
  readonly understood: Understanding;
  /** What is wanted, follow-ups applied. */
  readonly frame: Frame;
  readonly conversation: Conversation;
  /** What there is to act with, where it is already known. */
  readonly reach?: Reach;
  /** Sends a part as soon as it is known. */
  readonly say: (part: MessagePart) => void;
  /** Whether outside content was read in this turn, whom the person named by a contact of theirs (P-5), and their own addresses; shared by every view of the turn. */
  readonly outside: { read: boolean; readonly named: string[]; readonly own: string[] };
}

/** What a turn leaves for the next one. */
export type Kept = Partial<Omit<Conversation, 'named'>>;

export const sayText = (turn: Turn, text: string): void => turn.say({ kind: 'text', text });
export const saySuggestions = (turn: Turn, suggestions: readonly string[]): void =>
  turn.say({ kind: 'suggestions', suggestions: [...suggestions] });

/** Ends a turn early with something the person has to settle first. */
export class Ask extends Error {
  override readonly name = 'Ask';

  constructor(
    readonly question: string,
    readonly kept: Kept,
  ) {
    super(question);
  }
}
