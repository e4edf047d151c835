import type { AnyAction } from '@switchboard/provider-kit';

export const fileActions: readonly AnyAction[] = [];
