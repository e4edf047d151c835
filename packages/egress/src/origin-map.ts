import { EgressError } from './egress-error.ts';

/** Puts stand-in servers behind official origins; `{ "https://www.googleapis.com": "http://127.0.0.1:4010/www.googleapis.com" }`. */
export class OriginMap {
  readonly #targets = new Map<string, URL>();

  /** @throws EgressError where an entry is not an origin, or a target holds a query or userinfo. */
  constructor(entries: Readonly<Record<string, string>> = {}) {
    for (const [from, to] of Object.entries(entries)) {
      if (!URL.canParse(from) || new URL(from).origin !== from) {
        throw new EgressError('refused', `The origin map names ${from}, which is not an origin.`);
      }
      const target = URL.canParse(to) ? new URL(to) : undefined;
      if (!target || !/^https?:$/.test(target.protocol) || target.search + target.hash + target.username !== '') {
        throw new EgressError('refused', `The origin map sends ${from} to something that is no address.`);
      }
      this.#targets.set(from, target);
    }
  }

  get isEmpty(): boolean {
    return this.#targets.size === 0;
  }

  /** The stand-in's address with its path prefix, without a slash at the end. */
  target(origin: string): { readonly origin: string; readonly prefix: string } | undefined {
    const target = this.#targets.get(origin);
    return target && { origin: target.origin, prefix: target.pathname.replace(/\/$/, '') };
  }

  /** The same address at the stand-in, for example of an authorization page; as it is where none stands in. */
  rewrite(address: string | URL): URL {
    const url = new URL(address);
    const target = this.target(url.origin);
    return target ? new URL(`${target.prefix}${url.pathname}${url.search}${url.hash}`, target.origin) : url;
  }
}
