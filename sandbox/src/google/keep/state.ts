import type { SandboxKit } from '../../kit/world.ts';
import { momentAgo } from '../../seed/projects.ts';
import { workspaceAccounts } from './workspace.ts';

interface StoredItem {
  readonly text: string;
  readonly checked: boolean;
}
export interface StoredNote {
  /** `notes/…`. */
  readonly name: string;
  readonly title: string;
  readonly text?: string;
  readonly items?: readonly (StoredItem & { readonly children: readonly StoredItem[] })[];
  readonly createTime: string;
  readonly updateTime: string;
  readonly trashTime?: string;
}

export interface KeepState {
  next: number;
  /** By account. */
  notes: Record<string, StoredNote[]>;
}

const item = (text: string, checked: boolean, children: readonly StoredItem[] = []) => ({ text, checked, children });

const plans: readonly (Omit<StoredNote, 'createTime' | 'updateTime' | 'name'> & { id: string; daysAgo: number; owner: number })[] = [
  { id: 'packing-list', title: 'Packing for Lisbon', owner: 0, daysAgo: 3, items: [item('Passport', false), item('Charger', true), item('For the plane', false, [{ text: 'Book', checked: false }])] },
  { id: 'workshop-ideas', title: 'Copy workshop', owner: 0, daysAgo: 6, text: 'Start with the three worst sentences of each page.\nEveryone rewrites one aloud.' },
  { id: 'wifi', title: 'Guest wifi', owner: 0, daysAgo: 40, text: 'The network is called Fernhill Guests. Ask at the desk for the word of the week.' },
  { id: 'old-ideas', title: 'Old ideas', owner: 0, daysAgo: 50, text: 'A newsletter, perhaps.', trashTime: 'x' },
  { id: 'landlord', title: 'Ask the landlord', owner: 1, daysAgo: 5, text: 'Lift, bins, the break after three years.' },
]; // prettier-ignore

/** A few notes of each person of the Workspace. */
export const keepState = (kit: SandboxKit): KeepState =>
  kit.store.part<KeepState>('google.keep', () => ({
    next: 1,
    notes: Object.fromEntries(
      workspaceAccounts.map((account, at) => [
        account.id,
        plans
          .filter(({ owner }) => owner === at)
          .map(({ id, daysAgo, owner: _owner, trashTime, ...plan }): StoredNote => {
            const time = momentAgo(kit.clock(), daysAgo);
            return {
              ...plan,
              name: `notes/${id}`,
              createTime: time,
              updateTime: time,
              ...(trashTime && { trashTime: time }),
            };
          }),
      ]),
    ),
  }));
