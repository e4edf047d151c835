import type { SandboxKit } from '../kit/world.ts';
import type { Bot, BotAccount } from './model.ts';
import { seedOf } from './seed.ts';

/** A person's bot, seeded when it is first looked at. */
export function botOf(kit: SandboxKit, account: BotAccount): Bot {
  const { bots } = kit.store.part<{ bots: Record<string, Bot> }>('telegram', () => ({ bots: {} }));
  return (bots[account.id] ??= seedOf(kit, account));
}
