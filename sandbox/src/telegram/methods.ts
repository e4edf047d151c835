import type { SandboxKit } from '../kit/world.ts';
import { chatMethods } from './chat-methods.ts';
import { fileMethods } from './file-methods.ts';
import { messageMethods } from './message-methods.ts';
import type { BotMethod } from './method.ts';
import { updateMethods } from './update-methods.ts';

/** Every method that is served, by its name in small letters: Telegram does not mind their case. */
export const methodsOf = (kit: SandboxKit): ReadonlyMap<string, BotMethod> =>
  new Map(
    Object.entries({ ...updateMethods, ...chatMethods, ...messageMethods(kit), ...fileMethods(kit) }).map(
      ([name, one]) => [name.toLowerCase(), one],
    ),
  );
