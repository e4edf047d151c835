import { HubError } from '@switchboard/contracts';

const maxDepth = 32;
const decoder = new TextDecoder('utf-8', { fatal: true });

/** Parses JSON as G-8 asks: UTF-8, at most 32 levels, no key twice, no `__proto__`, no NUL and no lone surrogate. */
export function parseStrictJson(bytes: Uint8Array): unknown {
  try {
    const text = decoder.decode(bytes);
    const value: unknown = JSON.parse(text);
    checkShape(text);
    return value;
  } catch (error) {
    if (error instanceof HubError) throw error;
    throw new HubError('input_invalid', 'The body is not valid JSON.', {}, { cause: error });
  }
}

/** Walks the text of valid JSON once: `JSON.parse` itself keeps the last of two equal keys and says nothing. */
function checkShape(text: string): void {
  const open: (Set<string> | undefined)[] = [];
  let expectsKey = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '{' || character === '[') {
      if (open.push(character === '{' ? new Set() : undefined) > maxDepth) refuse('The body is nested too deeply.');
      expectsKey = character === '{';
    } else if (character === '}' || character === ']') {
      open.pop();
      expectsKey = false;
    } else if (character === ',') expectsKey = open.at(-1) !== undefined;
    else if (character === '"') {
      const end = endOfString(text, at);
      const value = JSON.parse(text.slice(at, end + 1)) as string;
      checkText(value);
      if (expectsKey) checkKey(value, open.at(-1));
      expectsKey = false;
      at = end;
    }
  }
}

function endOfString(text: string, start: number): number {
  for (let at = start + 1; ; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '"') return at;
  }
}

function checkKey(key: string, seen: Set<string> | undefined): void {
  if (key === '__proto__') refuse('The body has a field of a name that is not allowed.');
  if (seen?.has(key)) refuse('The body has a field twice.');
  seen?.add(key);
}

/** Text that a database would refuse or change is refused here, so that what is kept is what was sent (F-36). */
export function checkText(value: string): void {
  if (value.includes('\0') || !value.isWellFormed()) refuse('The request has text that is not valid Unicode.');
}

function refuse(message: string): never {
  throw new HubError('input_invalid', message);
}
