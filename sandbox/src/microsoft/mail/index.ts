import type { SandboxKit } from '../../kit/world.ts';
import type { GraphMethod } from '../api.ts';

/** The methods of Microsoft Graph for the mail. */
export const mailMethods = (_kit: SandboxKit): readonly GraphMethod[] => [];
