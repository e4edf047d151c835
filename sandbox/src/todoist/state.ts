import type { SandboxKit } from '../kit/world.ts';
import { seedTodoist } from './seed.ts';

export interface StoredDue {
  readonly date: string;
  readonly timezone: string | null;
  readonly string: string;
  readonly lang: string;
  readonly is_recurring: boolean;
}

export interface StoredTask {
  readonly id: string;
  parent?: string;
  readonly addedBy: string;
  readonly addedAt: string;
  project: string;
  section: string | null;
  content: string;
  description: string;
  labels: readonly string[];
  priority: number;
  responsible: string | null;
  due: StoredDue | null;
  checked: boolean;
  completedAt: string | null;
  updatedAt: string;
}

export interface StoredProject {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly inbox: boolean;
  readonly members: readonly string[];
  readonly sections: readonly { readonly id: string; readonly name: string }[];
}

export interface StoredComment {
  readonly id: string;
  readonly task: string;
  readonly by: string;
  readonly at: string;
  content: string;
}

export interface TodoistState {
  next: number;
  readonly projects: Record<string, StoredProject>;
  readonly tasks: Record<string, StoredTask>;
  readonly comments: StoredComment[];
}

export const todoistState = (kit: SandboxKit): TodoistState =>
  kit.store.part<TodoistState>('todoist', () => seedTodoist(kit.clock()));
