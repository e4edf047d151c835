import { generateKeyPairSync, type KeyPairKeyObjectResult } from 'node:crypto';

let made: KeyPairKeyObjectResult | undefined;

/** An RSA pair of 2048 bits, one for the whole process: making it takes a good part of a second. */
export const rsaKeys = (): KeyPairKeyObjectResult => (made ??= generateKeyPairSync('rsa', { modulusLength: 2048 }));
