import type { AnyAction } from '@switchboard/provider-kit';

export const mailActions: readonly AnyAction[] = [];
