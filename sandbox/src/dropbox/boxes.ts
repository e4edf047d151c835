import type { SandboxKit } from '../kit/world.ts';
import type { DropboxAccount } from './accounts.ts';
import { seedOf } from './seed.ts';
import type { Box } from './state.ts';

interface State {
  readonly boxes: Record<string, Box>;
}

/** What an account holds, seeded when it is first looked at. */
export function boxOf(kit: SandboxKit, account: DropboxAccount): Box {
  const { boxes } = kit.store.part<State>('dropbox', () => ({ boxes: {} }));
  return (boxes[account.id] ??= seedOf(kit, account));
}
