/** A use of a type: `List(String(max_length=5))?`. */
export interface TypeRef {
  /** `files.Metadata`, or a built-in type as `String`. */
  readonly name: string;
  /** Of a list its items', of a map its keys' and values' types. */
  readonly of: readonly TypeRef[];
  /** Limits and patterns by their Stone names. */
  readonly limits: Readonly<Record<string, string>>;
  readonly nullable: boolean;
}

export const builtIn = /^(String|Boolean|Bytes|U?Int(32|64)|Float(32|64)|Timestamp|Void|List|Map)$/;

/** Reads a type where it is used; a name without a namespace is in `home`. @throws Error where it is no type. */
export function readTypeRef(text: string, home: string): TypeRef {
  const source = new Source(text.trim());
  const type = typeAt(source, home);
  if (source.rest !== '') throw new Error(`Not a type: ${text}`);
  return type;
}

/** A text that is eaten from the left. */
class Source {
  rest: string;

  constructor(text: string) {
    this.rest = text;
  }

  take(pattern: RegExp): string | undefined {
    const found = new RegExp(`^\\s*(?:${pattern.source})`).exec(this.rest);
    if (!found) return undefined;
    this.rest = this.rest.slice(found[0].length);
    return found[1] ?? found[0].trim();
  }
}

function typeAt(source: Source, home: string): TypeRef {
  const name = source.take(/[A-Za-z]\w*(?:\.\w+)?/);
  if (!name) throw new Error(`Not a type: ${source.rest}`);
  const of: TypeRef[] = [];
  const limits: Record<string, string> = {};
  if (source.take(/\(/)) {
    while (!source.take(/\)/)) {
      argumentAt(source, home, of, limits);
      source.take(/,/);
    }
  }
  const full = builtIn.test(name) || name.includes('.') ? name : `${home}.${name}`;
  return { name: full, of, limits, nullable: source.take(/\?/) !== undefined };
}

function argumentAt(source: Source, home: string, of: TypeRef[], limits: Record<string, string>): void {
  const limit = source.take(/([a-z_]+)\s*=/);
  const quoted = source.take(/"((?:[^"\\]|\\.)*)"/);
  if (quoted !== undefined) limits[limit ?? 'format'] = quoted.replaceAll(/\\(["\\])/g, '$1');
  else if (limit) limits[limit] = source.take(/[-\w.]+/) ?? '';
  else of.push(typeAt(source, home));
}
