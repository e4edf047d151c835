/** Filters of Shopify's search; one without a value is left out. */
export type Filters = Readonly<Record<string, string | undefined>>;

/**
 * A search of words and filters; what a person typed never becomes a filter.
 * @see https://shopify.dev/docs/api/usage/search-syntax (read 2026-11-21)
 */
export function searchOf(words: string, filters: Filters = {}): string | null {
  const typed = words
    .split(/[\s\p{Cc}]+/u)
    .filter((word) => word !== '')
    .map((word) => `"${word.replaceAll(/["\\]/g, String.raw`\$&`)}"`);
  const named = Object.entries(filters).flatMap(([name, value]) => (value === undefined ? [] : `${name}:${value}`));
  const text = [...typed, ...named].join(' ');
  return text === '' ? null : text;
}

/** A value that stands in quotes, as an instant. */
export const quoted = (value: string | undefined, operator = ''): string | undefined =>
  value === undefined ? undefined : `${operator}'${value}'`;
