import { createGoogle } from './google/index.ts';
import type { WorldFactory } from './kit/world.ts';

/** One line per provider. */
export const worlds: readonly WorldFactory[] = [createGoogle];
