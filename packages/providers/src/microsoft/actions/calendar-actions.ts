import type { AnyAction } from '@switchboard/provider-kit';

export const calendarActions: readonly AnyAction[] = [];
