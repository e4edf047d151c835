import { createHash, randomBytes } from 'node:crypto';

/** What one flow keeps to itself: 32 random bytes each, in base64url; they carry no data (O-2). */
export interface FlowSecrets {
  readonly state: string;
  readonly nonce: string;
  /** RFC 7636 §4.1. */
  readonly codeVerifier: string;
}

export const newFlowSecrets = (): FlowSecrets => ({
  state: randomBytes(32).toString('base64url'),
  nonce: randomBytes(32).toString('base64url'),
  codeVerifier: randomBytes(32).toString('base64url'),
});

/** The S256 challenge of a verifier (RFC 7636 §4.2). */
export const codeChallenge = (codeVerifier: string): string =>
  createHash('sha256').update(codeVerifier).digest('base64url');
