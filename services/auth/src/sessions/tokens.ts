import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** 256 random bits, opaque (G-1). */
export const newToken = (): string => randomBytes(32).toString('base64url');

export const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Compares in constant time, whatever the lengths. */
export const equalTexts = (one: string, other: string): boolean => timingSafeEqual(sha256(one), sha256(other));
