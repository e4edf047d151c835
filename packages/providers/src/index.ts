export { registrations } from './registrations.ts';
export { providers } from './registry.ts';
