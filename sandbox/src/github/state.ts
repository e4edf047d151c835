import type { SandboxKit } from '../kit/world.ts';
import { seedGithub } from './seed.ts';

export interface StoredRepository {
  readonly id: number;
  /** `owner/name`. */
  readonly fullName: string;
  readonly description: string;
  readonly isPrivate: boolean;
  readonly language: string | null;
  /** Logins of those who may push. */
  readonly members: readonly string[];
  /** Blobs of the default branch, by path. */
  readonly files: Readonly<Record<string, string>>;
  readonly createdAt: string;
  pushedAt: string;
}

export interface StoredPull {
  readonly from: string;
  readonly draft: boolean;
  readonly mergedAt: string | null;
  readonly files: readonly {
    readonly path: string;
    readonly status: string;
    readonly added: number;
    readonly removed: number;
  }[];
}

export interface StoredIssue {
  readonly id: number;
  readonly repository: string;
  readonly number: number;
  title: string;
  body: string | null;
  state: 'open' | 'closed';
  stateReason: string | null;
  readonly author: string;
  assignees: string[];
  labels: string[];
  readonly createdAt: string;
  updatedAt: string;
  closedAt: string | null;
  readonly pull?: StoredPull;
}

export interface StoredComment {
  readonly id: number;
  readonly repository: string;
  readonly number: number;
  readonly author: string;
  body: string;
  readonly createdAt: string;
  updatedAt: string;
}

export interface StoredNotification {
  readonly id: string;
  readonly login: string;
  readonly repository: string;
  readonly number: number;
  readonly reason: string;
  readonly updatedAt: string;
  isUnread: boolean;
  lastReadAt: string | null;
}

export interface GithubState {
  readonly repositories: Record<string, StoredRepository>;
  readonly issues: Record<string, StoredIssue>;
  comments: StoredComment[];
  readonly notifications: StoredNotification[];
  nextId: number;
}

export const githubState = (kit: SandboxKit): GithubState =>
  kit.store.part<GithubState>('github', () => seedGithub(kit));
