import type { ProviderId } from '@switchboard/contracts';
import type { z } from 'zod';
import type { AnyAction } from './action.ts';
import type { AuthMethod } from './auth.ts';
import type { Tables } from './fill.ts';
import type { Explained } from './http.ts';
import type { SetUpDeclaration } from './set-up.ts';

export interface ProviderDeclaration {
  readonly kind: 'provider';
  readonly id: ProviderId;
  readonly title: string;
  /** One sentence for the catalogue. */
  readonly description: string;
  readonly docsUrl: string;
  /** Where a person manages or takes back what they granted. */
  readonly accountUrl?: string;
  /** Where an admin registers the hub; without it only the text of `setup.md` tells. */
  readonly setUp?: SetUpDeclaration;
  /** Named methods; `oauth` is the one that the connect window offers first. */
  readonly auth: Readonly<Record<string, AuthMethod>>;
  /**
   * What a person fills in before connecting, all of it text; a strict pattern for whatever becomes part of an address. A field with
   * `.meta({ editable: true })` may be changed later, with `picked` beside it from a list.
   */
  readonly settings?: z.ZodObject;
  /** Values that follow from a setting, by its value; they fill templates as settings do. */
  readonly tables?: Tables;
  /** `{name}` templates are filled from the connection's settings and the tables. */
  readonly api: {
    readonly baseUrl: string;
    /** Every origin that may see the credential, the base URL's included. */
    readonly hosts: readonly string[];
    /** Origins that files come from or go to by a link the provider signed; no credential is sent there. */
    readonly fileHosts?: readonly string[];
    /** Sent with every call, as a version that the provider wants named. */
    readonly headers?: Readonly<Record<string, string>>;
    /** Calls per second to one account before egress waits; the provider's documented limit. */
    readonly perSecond?: number;
  };
  explain(answer: { status: number; headers: Readonly<Record<string, string>>; body: unknown }): Explained;
  /** True for a refusal that comes with a status below 400, as Slack's `ok: false`; it is given to `explain`. */
  isRefusal?(body: unknown): boolean;
  readonly actions: readonly AnyAction[];
}

/** Declares a provider. Everything the hub knows of it is in this value. */
export const defineProvider = (definition: Omit<ProviderDeclaration, 'kind'>): ProviderDeclaration =>
  Object.freeze({ kind: 'provider', ...definition });
