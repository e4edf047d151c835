import type { TypeRef } from './type-ref.ts';

const ranges: Readonly<Record<string, readonly [number, number]>> = {
  Int32: [-(2 ** 31), 2 ** 31 - 1],
  UInt32: [0, 2 ** 32 - 1],
  Int64: [-(2 ** 63), 2 ** 63],
  UInt64: [0, 2 ** 64],
};

const times: Readonly<Record<string, RegExp>> = {
  '%Y-%m-%dT%H:%M:%SZ': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/,
  '%Y-%m-%d': /^\d{4}-\d\d-\d\d$/,
};

/** What of a value a built-in type and its limits do not allow. */
export function scalarFindings({ name, limits }: TypeRef, value: unknown, at: string): string[] {
  if (name === 'Boolean') return typeof value === 'boolean' ? [] : [`${at}: not true or false`];
  if (name.startsWith('Float'))
    return typeof value === 'number' ? rangeFindings(limits, value, at) : [`${at}: not a number`];
  if (name in ranges) {
    if (!Number.isInteger(value)) return [`${at}: not a whole number`];
    const [low, high] = ranges[name]!;
    const inside = (value as number) >= low && (value as number) <= high;
    return inside ? rangeFindings(limits, value as number, at) : [`${at}: ${String(value)} is out of range`];
  }
  if (typeof value !== 'string') return [`${at}: not a text`];
  if (name === 'Timestamp') {
    return times[limits['format'] ?? '']?.test(value) === false ? [`${at}: "${value.slice(0, 40)}" is no time`] : [];
  }
  return name === 'String' ? textFindings(limits, value, at) : [];
}

const rangeFindings = (limits: TypeRef['limits'], value: number, at: string): string[] =>
  value < Number(limits['min_value'] ?? -Infinity) || value > Number(limits['max_value'] ?? Infinity)
    ? [`${at}: ${value} is out of range`]
    : [];

/** Stone's patterns match the whole text. */
function textFindings(limits: TypeRef['limits'], value: string, at: string): string[] {
  const length = [...value].length;
  const { pattern } = limits;
  if (length < Number(limits['min_length'] ?? 0)) return [`${at}: shorter than ${limits['min_length']}`];
  if (length > Number(limits['max_length'] ?? Infinity)) return [`${at}: longer than ${limits['max_length']}`];
  return pattern !== undefined && !new RegExp(`^(?:${pattern})$`).test(value)
    ? [`${at}: does not match ${pattern}`]
    : [];
}
