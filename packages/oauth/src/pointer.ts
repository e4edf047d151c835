/** What stands at a JSON pointer (RFC 6901); undefined where nothing does. */
export function valueAt(value: unknown, pointer: string): unknown {
  let at = value;
  for (const part of pointer.split('/').slice(1)) {
    const name = part.replaceAll('~1', '/').replaceAll('~0', '~');
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, name)) return undefined;
    at = (at as Record<string, unknown>)[name];
  }
  return at;
}

/** The text or whole number at a JSON pointer, where it is one and not too long. */
export function textAt(value: unknown, pointer: string, longest: number): string | undefined {
  const at = valueAt(value, pointer);
  const text = typeof at === 'number' && Number.isSafeInteger(at) ? String(at) : at;
  return typeof text === 'string' && text !== '' && text.length <= longest ? text : undefined;
}

/** The value where it is a JSON object. */
export const asObject = (value: unknown): Record<string, unknown> | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined;
