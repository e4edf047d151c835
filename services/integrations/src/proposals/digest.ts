import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Plan } from './proposal.entity.ts';

/** SHA-256, in hex, of the plan in canonical JSON (RFC 8785). */
export const digestOf = (plan: Plan): string =>
  createHash('sha256')
    .update(canonicalize(JSON.parse(JSON.stringify(plan))) ?? '')
    .digest('hex');
