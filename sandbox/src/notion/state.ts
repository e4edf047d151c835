import type { SandboxKit } from '../kit/world.ts';
import { seedNotion } from './seed.ts';

export type PropertyType =
  'title' | 'rich_text' | 'number' | 'status' | 'select' | 'people' | 'date' | 'checkbox' | 'url';

export interface StoredDatabase {
  readonly id: string;
  /** The database that holds the data source. */
  readonly databaseId: string;
  readonly title: string;
  readonly properties: Readonly<
    Record<string, { readonly id: string; readonly type: PropertyType; readonly options?: readonly string[] }>
  >;
}

/** A value of a property without its wrapping: text, a number, a choice, ids of people, a date or a tick. */
export type StoredValue =
  string | number | boolean | null | readonly string[] | { readonly start: string; readonly end: string | null };

export interface StoredBlock {
  readonly id: string;
  readonly parent: string;
  readonly type: string;
  /** Empty where the block is a page. */
  readonly text: string;
  readonly checked?: boolean;
  readonly by: string;
  readonly createdAt: string;
  inTrash: boolean;
}

export interface StoredPage {
  readonly id: string;
  /** A page, a data source, or nothing for the top of the workspace. */
  readonly parent?: { readonly page: string } | { readonly source: string };
  values: Record<string, StoredValue>;
  readonly by: string;
  readonly createdAt: string;
  editedAt: string;
  inTrash: boolean;
  /** Accounts that shared the page with the app; what lies under it is shared too. */
  readonly sharedBy?: readonly string[];
}

export interface StoredComment {
  readonly id: string;
  readonly page: string;
  readonly discussion: string;
  readonly text: string;
  readonly by: string;
  readonly createdAt: string;
}

export interface NotionState {
  readonly databases: Record<string, StoredDatabase>;
  readonly pages: Record<string, StoredPage>;
  blocks: StoredBlock[];
  readonly comments: StoredComment[];
  nextId: number;
}

export const notionState = (kit: SandboxKit): NotionState =>
  kit.store.part<NotionState>('notion', () => seedNotion(kit.clock()));

/** A new id; ids count up, so that a seeded world is the same every day. */
export const newId = (state: NotionState): string =>
  `19000000-0000-4000-8000-${String(state.nextId++).padStart(12, '0')}`;
