import type { SandboxKit } from '../../kit/world.ts';
import type { GoogleMethod } from '../api.ts';
import { boxMethods } from './box-methods.ts';
import { draftMethods } from './draft-methods.ts';
import { labelMethods } from './label-methods.ts';
import { messageMethods } from './message-methods.ts';
import { threadMethods } from './thread-methods.ts';

/** Gmail, version 1. */
export const gmailMethods = (kit: SandboxKit): readonly GoogleMethod[] => [
  ...boxMethods(kit),
  ...labelMethods(kit),
  ...messageMethods(kit),
  ...threadMethods(kit),
  ...draftMethods(kit),
];
