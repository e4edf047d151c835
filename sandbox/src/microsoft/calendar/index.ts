import type { SandboxKit } from '../../kit/world.ts';
import type { GraphMethod } from '../api.ts';

/** The methods of Microsoft Graph for the calendar. */
export const calendarMethods = (_kit: SandboxKit): readonly GraphMethod[] => [];
