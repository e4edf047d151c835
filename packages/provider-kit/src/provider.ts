import type { ProviderId } from '@switchboard/contracts';
import type { z } from 'zod';
import type { AnyAction } from './action.ts';
import type { AuthMethod } from './auth.ts';
import type { Explained } from './http.ts';

export interface ProviderDeclaration {
  readonly kind: 'provider';
  readonly id: ProviderId;
  readonly title: string;
  /** One sentence for the catalogue. */
  readonly description: string;
  readonly docsUrl: string;
  /** Where a person manages or takes back what they granted. */
  readonly accountUrl?: string;
  /** Named methods; `oauth` is the one that the connect window offers first. */
  readonly auth: Readonly<Record<string, AuthMethod>>;
  readonly settings?: z.ZodObject;
  readonly api: {
    readonly baseUrl: string;
    /** Every origin that may see the credential, the base URL's included. */
    readonly hosts: readonly string[];
    /** Calls per second to one account before egress waits; the provider's documented limit. */
    readonly perSecond?: number;
  };
  /** Put on every call's Authorization header before the token; `Bearer` unless told. */
  readonly tokenPrefix?: string;
  explain(answer: { status: number; headers: Readonly<Record<string, string>>; body: unknown }): Explained;
  readonly actions: readonly AnyAction[];
}

/** Declares a provider. Everything the hub knows of it is in this value. */
export const defineProvider = (definition: Omit<ProviderDeclaration, 'kind'>): ProviderDeclaration =>
  Object.freeze({ kind: 'provider', ...definition });
