import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

export type Json = Readonly<Record<string, unknown>>;

/** OpenAPI files that refer to each other, by their names; a reference to any folder or site means the file of that name here. */
export class Documents {
  readonly #files = new Map<string, Json>();

  /** Reads files of a folder, JSON or YAML; undefined where one is not there. */
  static load(folder: string, names: readonly string[]): Documents | undefined {
    if (!names.every((name) => existsSync(path.join(folder, name)))) return undefined;
    const documents = new Documents();
    for (const name of names) documents.add(name, read(path.join(folder, name)));
    return documents;
  }

  add(name: string, document: Json): void {
    this.#files.set(name, anchored(document, name) as Json);
  }

  get all(): readonly Json[] {
    return [...this.#files.values()];
  }

  /** What a value with a `$ref` refers to, its other members kept; the value itself where it has none. */
  resolve<T extends Json>(value: T): T {
    let found: Json = value;
    for (let hops = 0; typeof found.$ref === 'string'; hops += 1) {
      if (hops > 50) throw new Error(`${value.$ref as string} goes round in a circle.`);
      const { $ref, ...beside } = found;
      found = { ...(this.#at($ref as string) as Json), ...beside };
    }
    return found as T;
  }

  #at(reference: string): unknown {
    const [file = '', pointer = ''] = reference.split('#');
    let value: unknown = this.#files.get(file);
    for (const name of pointer.split('/').slice(1))
      value = (value as Record<string, unknown> | undefined)?.[
        decodeURIComponent(name).replaceAll('~1', '/').replaceAll('~0', '~')
      ];
    // Vendors' files hold references that lead nowhere; they say nothing then.
    return value ?? {};
  }
}

function read(file: string): Json {
  const text = readFileSync(file, 'utf8');
  return (file.endsWith('.json') ? JSON.parse(text) : parse(text, { maxAliasCount: -1 })) as Json;
}

/** The value with each reference spelled as `<file>#<pointer>`. */
function anchored(value: unknown, name: string): unknown {
  if (Array.isArray(value)) return value.map((item) => anchored(item, name));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(withAlternatives(value as Json)).map(([key, member]) => {
      if (key !== '$ref' || typeof member !== 'string') return [key, anchored(member, name)];
      const [file = '', pointer = ''] = member.split('#');
      return [key, `${file === '' ? name : path.posix.basename(file)}#${pointer}`];
    }),
  );
}

/** Where `items` is a list, which OpenAPI does not know, Slack's file means alternatives: of the items, or of what has no type. */
function withAlternatives(value: Json): Json {
  const { items, ...rest } = value;
  if (!Array.isArray(items)) return value;
  return value.type === 'array'
    ? { ...rest, items: { anyOf: items as unknown } }
    : { ...rest, anyOf: items as unknown };
}
