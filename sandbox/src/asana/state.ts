import type { SandboxKit } from '../kit/world.ts';
import { seedAsana } from './seed.ts';

export interface StoredTask {
  readonly gid: string;
  readonly workspace: string;
  name: string;
  notes: string;
  completed: boolean;
  completedAt?: string;
  dueOn: string | null;
  dueAt: string | null;
  assignee: string | null;
  readonly parent?: string;
  places: { project: string; section: string }[];
  readonly createdBy: string;
  readonly createdAt: string;
  modifiedAt: string;
  readonly followers: string[];
  /** Seen only by the client that wrote it. */
  readonly external?: { readonly clientId: string; readonly gid: string; readonly data?: string };
}

export interface StoredStory {
  readonly gid: string;
  readonly task: string;
  readonly kind: 'comment_added' | 'marked_complete' | 'marked_incomplete' | 'assigned' | 'section_changed';
  readonly text: string;
  readonly by: string;
  readonly at: string;
}

export interface StoredAttachment {
  readonly gid: string;
  readonly task: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly blob: string;
  readonly by: string;
  readonly at: string;
}

export interface StoredProject {
  readonly gid: string;
  readonly workspace: string;
  readonly name: string;
  readonly notes: string;
  readonly owner: string;
  readonly members: readonly string[];
  readonly archived: boolean;
  readonly sections: readonly { readonly gid: string; readonly name: string }[];
  readonly createdAt: string;
}

/** Everything Asana knows; gids are unique over all kinds. */
export interface AsanaState {
  /** The number in the next gid. */
  next: number;
  readonly projects: Record<string, StoredProject>;
  readonly tasks: Record<string, StoredTask>;
  readonly stories: StoredStory[];
  readonly attachments: StoredAttachment[];
}

export const asanaState = (kit: SandboxKit): AsanaState =>
  kit.store.part<AsanaState>('asana', () => seedAsana(kit.clock()));

export const newGid = (state: AsanaState): string => String(1_200_000_000_000_000 + state.next++);
