import { methodsFor } from '../kit/api.ts';
import type { BoxAccount } from './accounts.ts';

/** Declares one method of Box's API. */
export const defineMethod = methodsFor<BoxAccount>();

export const reads = ['root_readonly', 'root_readwrite'];
export const writes = ['root_readwrite'];
