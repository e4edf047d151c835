import type { SandboxKit } from '../../kit/world.ts';
import type { GraphMethod } from '../api.ts';
import { eventMethods } from './event-methods.ts';
import { listMethods } from './list-methods.ts';
import { scheduleMethods } from './schedule-methods.ts';

/** Outlook's calendars. */
export const calendarMethods = (kit: SandboxKit): readonly GraphMethod[] => [
  ...listMethods(kit),
  ...eventMethods(kit),
  ...scheduleMethods(kit),
];
