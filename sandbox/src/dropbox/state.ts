import { createHash } from 'node:crypto';

/** A revision of a file; its bytes are in the store under `blob`. */
export interface Revision {
  readonly rev: string;
  readonly id: string;
  readonly blob: string;
  readonly size: number;
  readonly hash: string;
  readonly clientModified: string;
  readonly serverModified: string;
}

export interface Entry {
  id: string;
  /** As people wrote it, with a slash before it. */
  path: string;
  /** The newest last; a folder has none. */
  revisions?: Revision[];
}

export interface Session {
  readonly blobs: string[];
  size: number;
  closed: boolean;
}

export interface Link {
  readonly url: string;
  readonly id: string;
}

/** What one account holds. */
export interface Box {
  /** By path in small letters. */
  readonly entries: Record<string, Entry>;
  /** Revisions of files that lie there no more, by path in small letters. */
  readonly gone: Record<string, Revision[]>;
  readonly sessions: Record<string, Session>;
  readonly links: Link[];
  counter: number;
}

/** Bytes of space that each account has. */
export const allocated = 2 * 2 ** 30;

/** The next number of a box, for ids and revisions. */
export const next = (box: Box): number => (box.counter += 1);

/** Eleven hexadecimal letters that grow. */
export const revOf = (count: number): string => (0x5f0_0000_0000 + count).toString(16);

/** Dropbox's time: UTC to the second. */
export const stamp = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`;

const blockBytes = 4 * 2 ** 20;

/** SHA-256 over the SHA-256 of each 4 MiB (https://www.dropbox.com/developers/reference/content-hash, read 2026-11-21). */
export function contentHash(bytes: Buffer): string {
  const whole = createHash('sha256');
  for (let at = 0; at < bytes.length; at += blockBytes) {
    whole.update(
      createHash('sha256')
        .update(bytes.subarray(at, at + blockBytes))
        .digest(),
    );
  }
  return whole.digest('hex');
}
