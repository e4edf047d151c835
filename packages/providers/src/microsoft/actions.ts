import type { AnyAction } from '@switchboard/provider-kit';
import { calendarActions } from './actions/calendar-actions.ts';
import { fileActions } from './actions/file-actions.ts';
import { mailActions } from './actions/mail-actions.ts';

export const actions: readonly AnyAction[] = [...calendarActions, ...mailActions, ...fileActions];
