import type { SandboxKit } from '../kit/world.ts';

export interface Channel {
  readonly id: string;
  readonly kind: 'public' | 'private' | 'im';
  /** Empty for direct messages. */
  readonly name: string;
  readonly about: string;
  readonly created: number;
  readonly members: string[];
}

export interface Message {
  readonly ts: string;
  readonly channel: string;
  readonly user: string;
  text: string;
  readonly threadTs?: string;
  /** An answer in a thread that the channel shows, too. */
  readonly broadcast?: boolean;
  readonly metadata?: unknown;
  edited?: boolean;
  readonly file?: string;
  /** Who reacted, by the emoji's name. */
  readonly reactions: Record<string, string[]>;
}

export interface StoredFile {
  readonly id: string;
  readonly user: string;
  readonly name: string;
  readonly size: number;
  title?: string;
  blob?: string;
  shared: string[];
}

export interface SlackState {
  readonly channels: Channel[];
  readonly messages: Message[];
  readonly files: StoredFile[];
  lastTs: number;
}

/** Microseconds since 1970 as Slack names a message. */
export const tsOf = (micros: number): string => `${Math.floor(micros / 1e6)}.${String(micros % 1e6).padStart(6, '0')}`;

/** The next free time. */
export function nextTs(kit: SandboxKit, state: SlackState): string {
  state.lastTs = Math.max(state.lastTs + 1, Math.floor(kit.clock() / 1000) * 1_000_000 + 100);
  return tsOf(state.lastTs);
}

export const permalinkOf = ({ channel, ts }: Pick<Message, 'channel' | 'ts'>): string =>
  `https://fernhill.slack.com/archives/${channel}/p${ts.replace('.', '')}`;
