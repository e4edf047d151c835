import { GoogleError } from './errors.ts';

type Mask = Map<string, Mask>;

/** Reads a partial-answer mask as `items(id,start/dateTime),nextPageToken`. @throws {GoogleError} 400 where it cannot be read. */
function parseFields(text: string): Mask {
  let at = 0;
  const fail = (): never => {
    throw new GoogleError(400, 'invalidParameter', `Invalid field selection ${text}`, { location: 'fields' });
  };
  const list = (depth: number): Mask => {
    const mask: Mask = new Map();
    for (;;) {
      const name = /^[\w*-]+/.exec(text.slice(at))?.[0] ?? fail();
      at += name.length;
      mask.set(name, new Map([...(mask.get(name) ?? []), ...tail(depth)]));
      if (text[at] !== ',') return mask;
      at += 1;
    }
  };
  const tail = (depth: number): Mask => {
    if (text[at] === '/') {
      at += 1;
      const name = /^[\w*-]+/.exec(text.slice(at))?.[0] ?? fail();
      at += name.length;
      return new Map([[name, tail(depth)]]);
    }
    if (text[at] !== '(' || depth > 20) return new Map();
    at += 1;
    const inner = list(depth + 1);
    if (text[at] !== ')') fail();
    at += 1;
    return inner;
  };
  const mask = list(0);
  if (at !== text.length) fail();
  return mask;
}

/** The part of an answer a mask asks for. */
export const masked = (value: unknown, fields: string): unknown => keep(value, parseFields(fields));

function keep(value: unknown, mask: Mask): unknown {
  if (mask.size === 0 || mask.has('*') || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => keep(item, mask));
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => mask.has(name))
      .map(([name, inner]) => [name, keep(inner, mask.get(name)!)]),
  );
}
