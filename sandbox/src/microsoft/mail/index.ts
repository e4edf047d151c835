import type { SandboxKit } from '../../kit/world.ts';
import type { GraphMethod } from '../api.ts';
import { attachmentMethods } from './attachment-methods.ts';
import { listMethods } from './list-methods.ts';
import { messageMethods } from './message-methods.ts';

/** The methods of Microsoft Graph for the mail. */
export const mailMethods = (kit: SandboxKit): readonly GraphMethod[] => [
  ...listMethods(kit),
  ...messageMethods(kit),
  ...attachmentMethods(kit),
];
