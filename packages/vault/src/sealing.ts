/** What services other than `auth` may use of this package: sealing in memory and in transit, without ring or envelope. */
export { createBoxKey, openBox, sealTo, type BoxKey } from './sealed-box.ts';
export { MemorySeal } from './memory-seal.ts';
export { Secret } from './secret.ts';
