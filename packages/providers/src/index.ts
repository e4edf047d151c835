export { providers } from './registry.ts';
