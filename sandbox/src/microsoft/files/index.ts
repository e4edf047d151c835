import type { SandboxKit } from '../../kit/world.ts';
import type { GraphMethod } from '../api.ts';

/** The methods of Microsoft Graph for the OneDrive. */
export const fileMethods = (_kit: SandboxKit): readonly GraphMethod[] => [];
