import type { SandboxKit } from '../kit/world.ts';
import { seed } from './seed.ts';
import type { SlackState } from './state.ts';

/** The workspace, seeded when it is first looked at. */
export const stateOf = (kit: SandboxKit): SlackState => kit.store.part('slack', () => seed(kit));
