import type { AuthMethod, Tables } from '@switchboard/provider-kit';
import type { Sandbox } from '@switchboard/sandbox';

/** One account at a sandbox on its way to a connection. */
export interface Walk {
  readonly sandbox: Sandbox;
  readonly tables?: Tables;
  readonly settings: Readonly<Record<string, string>>;
  /** The mail address that signs in; the first account unless told. */
  readonly account?: string;
  readonly scopes: readonly string[];
  /** What a person would type: an API key, or the file of a service account. */
  readonly typed?: string;
}

/** What a connection at a sandbox holds. */
export interface Credential {
  /** The access token or key that calls carry. */
  readonly secret: string;
  readonly clientId?: string;
  /** The settings, with what the provider told in the callback. */
  readonly settings: Readonly<Record<string, string>>;
  /** Gives a new credential once the access token ran out; missing where none is to be had. */
  readonly refresh?: () => Promise<Credential>;
}

/** How one kind of method becomes a credential at a sandbox. */
export type Connect<Method extends AuthMethod> = (method: Method, walk: Walk) => Promise<Credential>;

/** An official address as the origin map sends it to the sandbox. @throws Error where no stand-in serves it. */
export function local(sandbox: Sandbox, official: string | URL): string {
  const { origin, href } = new URL(official);
  const there = sandbox.originMap[origin];
  if (there === undefined) throw new Error(`The sandbox serves no ${origin}.`);
  return there + href.slice(origin.length);
}
