import type { When } from './when-types.ts';

/** Offsets in the message as it was given, in UTF-16 units, the end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A value, the words it was read from, and how sure the reading is, from 0 to 1. */
export interface Found<T> {
  readonly value: T;
  readonly span: Span;
  readonly text: string;
  readonly sure: number;
}

export type Intent =
  | 'calendar.create'
  | 'calendar.update'
  | 'calendar.move'
  | 'calendar.cancel'
  | 'calendar.list'
  | 'calendar.search'
  | 'calendar.free'
  | 'calendar.respond'
  | 'mail.send'
  | 'mail.reply'
  | 'mail.forward'
  | 'mail.draft'
  | 'mail.search'
  | 'mail.read'
  | 'mail.summarise_senders'
  | 'mail.label'
  | 'mail.archive'
  | 'mail.trash'
  | 'mail.restore'
  | 'tasks.list'
  | 'tasks.create'
  | 'tasks.complete'
  | 'tasks.delete'
  | 'files.search'
  | 'files.list'
  | 'messages.send'
  | 'messages.list'
  | 'chitchat'
  | 'out_of_scope';

/** The permission a message needs, whichever provider grants it. */
export type Need =
  | `${'calendar' | 'tasks'}.${'read' | 'write'}`
  | `mail.${'read' | 'send' | 'modify'}`
  | `${'files' | 'messages'}.read`
  | 'messages';

/** A person as written; whom it means is for the caller to find out. */
export interface PersonMention {
  readonly name?: string;
  readonly email?: string;
  /** The writer. */
  readonly self?: boolean;
  /** "Everyone", "the team": several people under one name. */
  readonly group?: boolean;
  readonly role: 'with' | 'to' | 'cc' | 'bcc' | 'from' | 'add' | 'remove';
  readonly optional?: boolean;
}

/** Lines as RFC 5545 spells them, and the date and time the series starts with, when said. */
export interface Recurrence {
  readonly rrule: string;
  /** As TIMEX3 spells a set, such as `XXXX-WXX-1T09`. */
  readonly timex: string;
}

/** A place in a list: 1 is the first, -1 the last. */
export type Ordinal = number;

export interface WorkingHoursMention {
  /** Minutes from midnight. */
  readonly startMinute: number;
  readonly endMinute: number;
}

/** What was said, each with its words; the meaning of a slot is the same in every intent. */
export interface Slots {
  /** Title of what is created, or the new title. */
  title?: Found<string>;
  /** Words naming an existing event or message. */
  target?: Found<string>;
  /** The target is "it", "that", "this meeting". */
  pointsBack?: Found<true>;
  /** Which of several: "the next one", "my last mail", "the second". */
  ordinal?: Found<Ordinal>;
  /** When the event is, or which time is asked about. */
  when?: Found<When>;
  /** Where a move goes. */
  newWhen?: Found<When>;
  /** Minutes later, negative for earlier: "push it back half an hour". */
  shiftMinutes?: Found<number>;
  durationMinutes?: Found<number>;
  recurrence?: Found<Recurrence>;
  /** An IANA zone that was named. */
  timeZone?: Found<string>;
  people?: Found<PersonMention>[];
  place?: Found<string>;
  conference?: Found<boolean>;
  /** Minutes before the start. */
  reminderMinutes?: Found<number>[];
  notify?: Found<'all' | 'none'>;
  description?: Found<string>;
  scope?: Found<'this' | 'following' | 'all'>;
  response?: Found<'accepted' | 'declined' | 'tentative'>;
  bufferMinutes?: Found<number>;
  workingHours?: Found<WorkingHoursMention>;
  query?: Found<string>;
  subject?: Found<string>;
  body?: Found<string>;
  attachments?: Found<boolean>;
  unread?: Found<boolean>;
  label?: Found<string>;
  count?: Found<number>;
  replyAll?: Found<boolean>;
  /** The list, project or folder that was named. */
  within?: Found<string>;
  overdue?: Found<true>;
  /** Tasks that are done, instead of those that are open. */
  done?: Found<true>;
  /** The chat, channel or person a chat message goes to. */
  chat?: Found<string>;
}
export type SlotName = keyof Slots;

export interface Frame {
  readonly intent: Intent;
  readonly slots: Slots;
}

/** An account or a service that a message may name. */
export interface Place {
  readonly name: string;
  /** The first words of the capabilities it has: `tasks`, `files`, `messages`. */
  readonly kinds: readonly string[];
}

export interface Choice {
  readonly label: string;
}

export interface UnderstandingContext {
  /** An ISO 8601 instant. */
  readonly now: string;
  /** IANA zone of the writer. */
  readonly timeZone: string;
  /** BCP 47; only `en-GB` and its like read 3/4 as 3 April. */
  readonly locale?: string;
  /** The frame of the proposal that is open, for follow-ups. */
  readonly openFrame?: Frame;
  /** The slot the assistant has just asked for. */
  readonly pendingSlot?: SlotName;
  /** The numbered options last shown. */
  readonly choices?: readonly Choice[];
  /** What the last answer listed, for "the second one" and "reply to it". */
  readonly lastResults?: readonly Choice[];
  /** What "in …" and "on …" may name. */
  readonly places?: readonly Place[];
  /** What the assistant said last, when nothing better is known. */
  readonly previousReply?: string;
}

export type FollowUp = 'edit' | 'confirm' | 'reject' | 'choose' | 'answer' | 'repeat' | 'next' | 'previous';

export interface OutOfScope {
  readonly reason: 'other_service' | 'unknown' | 'several' | 'empty';
  /** The service it would need, when one is recognised: `chat`, `contacts`, `files`, `orders`, `boards`, `notes`. */
  readonly service?: string;
}

export interface Understanding extends Frame {
  /** From 0 to 1. */
  readonly confidence: number;
  /** Finer than the intent, as the benchmark spells it: `event.query`, `dialog.confirm`, `chitchat.thanks`. */
  readonly act: string;
  readonly needs: readonly Need[];
  /** What to ask for, in order. */
  readonly missing: readonly SlotName[];
  readonly followUp?: FollowUp;
  /** The open frame with the edit or the answer applied. */
  readonly merged?: Frame;
  /** Which choice was meant, from 0. */
  readonly choice?: number;
  readonly outOfScope?: OutOfScope;
  /** The account or service that was named for it, by its name. */
  readonly place?: Found<string>;
  /** Characters that hide or reorder text, found in the message and never obeyed. */
  readonly hidden: readonly Found<string>[];
}
