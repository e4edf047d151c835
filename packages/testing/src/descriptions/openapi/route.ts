import type { DescribedRequest } from '../api-description.ts';
import type { Operation } from './operation.ts';

export interface Route {
  readonly operation: Operation;
  readonly pathParameters: Readonly<Record<string, string>>;
}

export interface RouteOptions {
  /** Instead of the servers that the description names. */
  readonly servers?: readonly string[];
  /** Path parameters that may be empty or hold slashes, besides those that say so by `x-multi-segment`. */
  readonly deep?: readonly string[];
}

/** @returns what finds the operations a request may mean: those with the fewest open segments. */
export function routerOf(
  operations: readonly Operation[],
  { servers, deep = [] }: RouteOptions,
): (request: DescribedRequest) => Route[] {
  const routes = operations.map((operation) => {
    const names: string[] = [];
    const long = operation.parameters.filter((one) => one['x-multi-segment'] === true).map(({ name }) => name);
    const template = operation.path.replaceAll(/\{([^}]+)\}/g, (_all, name: string) => {
      names.push(name);
      return [...deep, ...long].includes(name) ? '\u0001' : '\u0000';
    });
    const bases = (servers ?? operation.servers).map((url) =>
      escaped(url.replace(/\/$/, '')).replaceAll(/\\\{.*?\\\}/g, '[^/]+'),
    );
    const path = escaped(template).replaceAll('\u0000', '([^/]+)').replaceAll('\u0001', '(.*)');
    return { operation, names, pattern: new RegExp(`^(?:${bases.join('|')})${path}$`) };
  });

  return ({ method, url }) => {
    const found = routes.flatMap(({ operation, names, pattern }) => {
      const match = operation.method === method ? pattern.exec(url.origin + url.pathname) : null;
      if (!match) return [];
      const values = names.map((name, at) => [name, decodeURIComponent(match[at + 1]!)] as const);
      return [{ operation, pathParameters: Object.fromEntries(values) as Record<string, string>, open: names.length }];
    });
    const fewest = Math.min(...found.map(({ open }) => open));
    return found.filter(({ open }) => open === fewest);
  };
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
