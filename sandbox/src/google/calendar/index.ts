import type { SandboxKit } from '../../kit/world.ts';
import type { GoogleMethod } from '../api.ts';
import { calendarOwnMethods } from './calendar-methods.ts';
import { eventMethods } from './event-methods.ts';
import { listMethods } from './list-methods.ts';

/** Google Calendar, version 3. */
export const calendarMethods = (kit: SandboxKit): readonly GoogleMethod[] => [
  ...calendarOwnMethods(kit),
  ...listMethods(kit),
  ...eventMethods(kit),
];
