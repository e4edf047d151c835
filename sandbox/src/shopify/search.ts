import { refused } from './context.ts';

/** How to read one thing: its words, and the values behind each filter. */
export interface Searchable {
  readonly words: readonly (string | null | undefined)[];
  readonly filters: Readonly<Record<string, string | number | readonly string[] | null>>;
}

interface Term {
  readonly field?: string;
  readonly operator: string;
  readonly value: string;
}

/**
 * Whether a thing fits a search: every word in it, every filter kept. A filter nobody knows is refused, where Shopify warns.
 * @see https://shopify.dev/docs/api/usage/search-syntax (read 2026-11-21)
 */
export function fits(query: string | null | undefined, { words, filters }: Searchable): boolean {
  const text = words.join(' ').toLowerCase();
  return termsOf(query ?? '').every(({ field, operator, value }) => {
    if (field === undefined) return text.includes(value.toLowerCase());
    if (!Object.hasOwn(filters, field))
      throw refused('INVALID_SEARCH', `Invalid search field for this query: ${field}`);
    const held = filters[field];
    const all = held === null || held === undefined ? [] : Array.isArray(held) ? held : [held];
    return all.some((one: string | number) => compare(String(one), operator, value));
  });
}

function termsOf(query: string): Term[] {
  const pattern = /(?:(\w+):\s*)?(>=|<=|>|<)?("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[^\s"']\S*)/g;
  return [...query.matchAll(pattern)].map(([, field, operator = '', raw]) => {
    const bare = /^["']/.test(raw!) ? raw!.slice(1, -1) : raw!;
    return { ...(field && { field }), operator, value: bare.replaceAll(/\\(.)/g, '$1') };
  });
}

function compare(held: string, operator: string, value: string): boolean {
  if (operator === '') {
    const wanted = value.toLowerCase();
    if (wanted.endsWith('*')) return held.toLowerCase().startsWith(wanted.slice(0, -1));
    return held.toLowerCase() === wanted;
  }
  const both = [held, value].map((one) => (/^\d{4}-/.test(one) ? Date.parse(one) : Number(one)));
  const [left, right] = both as [number, number];
  return { '>=': left >= right, '<=': left <= right, '>': left > right, '<': left < right }[operator]!;
}
