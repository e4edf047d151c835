import type { FastifyInstance } from 'fastify';

/** Every address that is served, with its methods; for 405 and its `Allow`. */
export class AddressBook {
  private readonly known: { pattern: RegExp; methods: Set<string> }[] = [];
  private readonly byPath = new Map<string, Set<string>>();

  constructor(fastify: FastifyInstance) {
    fastify.addHook('onRoute', ({ url, method }) => {
      for (const one of [method].flat()) this.add(url, one);
    });
  }

  methodsOf(path: string): string[] {
    return [...new Set(this.known.filter(({ pattern }) => pattern.test(path)).flatMap(({ methods }) => [...methods]))];
  }

  private add(url: string, method: string): void {
    if (url === '*' || url === '/*') return;
    const known = this.byPath.get(url);
    if (known) return void known.add(method);
    const methods = new Set([method]);
    const source = url
      .replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`)
      .replaceAll(/:\w+/g, '[^/]+')
      .replace(/\*$/, '.*');
    this.byPath.set(url, methods);
    this.known.push({ pattern: new RegExp(`^${source}$`), methods });
  }
}
