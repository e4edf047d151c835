export type { EnvelopeIdentity } from './associated-data.ts';
export * from './envelope.ts';
export * from './envelope-error.ts';
export * from './key-ring.ts';
export * from './key-source.ts';
export * from './memory-seal.ts';
export * from './ring-changes.ts';
export * from './sealed-box.ts';
export * from './secret.ts';
