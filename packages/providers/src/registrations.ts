import { type Registration, registrationsOf } from '@switchboard/provider-kit';
import { providers } from './registry.ts';

/** The clients that the hub needs from providers' consoles, as the environment may set them. */
export const registrations: readonly Registration[] = providers.flatMap(registrationsOf);
