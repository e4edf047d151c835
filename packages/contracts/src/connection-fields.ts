import { z } from 'zod';
import { Feature } from './ids.ts';

/** What a person asks for at once. */
export const features = z.array(Feature).max(40);
/** What a provider wants to know before consent, such as a shop's name. */
export const settings = z.record(z.string().max(64), z.string().max(512));
/** The name of one of the provider's methods; its first unless told. */
export const method = z.string().regex(/^[a-zA-Z][a-zA-Z0-9]{0,31}$/);
/** A client that a person registered at a service themselves; the secret is write-only (V-11). */
export const ownClient = {
  clientId: z.string().trim().min(1).max(512).optional(),
  clientSecret: z.string().min(1).max(2048).optional(),
};
/** A key that a person pastes, or the file of a service account; write-only (V-11). */
export const key = z.string().min(1).max(16_384);
/** The page of ours a flow ends on; checked against an allow-list (O-16). */
export const returnTo = z.string().max(512);
