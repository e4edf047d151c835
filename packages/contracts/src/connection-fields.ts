import { z } from 'zod';
import { Feature } from './ids.ts';

/** What a person asks for at once. */
export const features = z.array(Feature).max(40);
/** What a provider wants to know before consent, such as a shop's name. */
export const settings = z.record(z.string().max(64), z.string().max(512));
/** The page of ours a flow ends on; checked against an allow-list (O-16). */
export const returnTo = z.string().max(512);
