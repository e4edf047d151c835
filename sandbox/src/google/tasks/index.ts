import type { SandboxKit } from '../../kit/world.ts';
import type { GoogleMethod } from '../api.ts';
import { listMethods } from './list-methods.ts';
import { taskMethods } from './task-methods.ts';

/** Google Tasks, version 1. */
export const tasksMethods = (kit: SandboxKit): readonly GoogleMethod[] => [...listMethods(kit), ...taskMethods(kit)];
