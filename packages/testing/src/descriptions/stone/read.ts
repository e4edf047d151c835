import { readTypeRef, type TypeRef } from './type-ref.ts';

export interface StoneField {
  readonly type: TypeRef;
  readonly hasDefault: boolean;
}
export interface StoneStruct {
  readonly kind: 'struct';
  readonly parent?: string;
  readonly fields: Map<string, StoneField>;
  /** Enumerated subtypes by their tag; `closed` where others are not allowed. */
  subtypes?: { readonly closed: boolean; readonly tags: Map<string, TypeRef> };
}
export interface StoneUnion {
  readonly kind: 'union';
  readonly parent?: string;
  readonly closed: boolean;
  readonly tags: Map<string, TypeRef>;
}
export type StoneType = StoneStruct | StoneUnion | { readonly kind: 'alias'; readonly type: TypeRef };

export interface StoneRoute {
  /** `files/list_folder`, with `_v2` where it has a version. */
  readonly id: string;
  readonly argument: TypeRef;
  readonly result: TypeRef;
  readonly error: TypeRef;
  /** host, style, scope and auth, where they are told. */
  readonly attributes: Map<string, string>;
}

export interface StoneNamespace {
  readonly types: Map<string, StoneType>;
  readonly routes: StoneRoute[];
}

interface Block {
  readonly head: string;
  readonly lines: readonly { readonly depth: number; readonly text: string }[];
}

/** Reads one Stone file (https://github.com/dropbox/stone/blob/main/docs/lang_ref.rst, read 2026-11-21). */
export function readStone(text: string): StoneNamespace {
  const blocks = blocksOf(text);
  const home = blocks.map(({ head }) => /^namespace (\w+)/.exec(head)?.[1]).find((name) => name !== undefined) ?? '';
  const types = new Map<string, StoneType>();
  const routes: StoneRoute[] = [];
  for (const block of blocks) {
    const [, kind, name = '', rest = ''] =
      /^(struct|union|union_closed|alias|route) ([\w/]+)(.*)$/.exec(block.head) ?? [];
    if (kind === 'route') routes.push(routeOf(block, home, name, rest));
    else if (kind === 'alias')
      types.set(`${home}.${name}`, { kind, type: readTypeRef(rest.replace(/^\s*=/, ''), home) });
    else if (kind) types.set(`${home}.${name}`, memberedType(kind, block, home, rest));
  }
  return { types, routes };
}

/** Top-level declarations with their indented lines; documentation, comments and examples are left out. */
function blocksOf(text: string): Block[] {
  const blocks: { head: string; lines: { depth: number; text: string }[] }[] = [];
  const bare = text.replaceAll(/^[ ]*"(?:[^"\\]|\\.)*"[ ]*$/gm, '').replaceAll(/^[ ]*[#@].*$/gm, '');
  for (const line of bare.split('\n')) {
    const content = line.trim();
    if (content === '') continue;
    const depth = (line.length - line.trimStart().length) / 4;
    if (depth === 0) blocks.push({ head: content, lines: [] });
    else blocks.at(-1)?.lines.push({ depth, text: content });
  }
  return blocks.map(({ head, lines }) => ({ head, lines: withoutExamples(lines) }));
}

function withoutExamples(lines: Block['lines']): Block['lines'] {
  let inside = false;
  return lines.filter(({ depth, text }) => {
    if (depth === 1) inside = /^example \w+$/.test(text);
    return !inside;
  });
}

function routeOf({ lines }: Block, home: string, name: string, rest: string): StoneRoute {
  const [, version, types = ''] = /^(?::(\d+))? ?(\(.*\))/.exec(rest) ?? [];
  const [argument, result, error] = readTypeRef(`List${types}`, home).of;
  if (!argument || !result || !error) throw new Error(`Not a route: ${home}/${name}`);
  const attributes = new Map(
    lines.flatMap(({ text }) => {
      const found = /^(\w+) = "?([^"]*)"?$/.exec(text);
      return found ? [[found[1]!, found[2]!] as const] : [];
    }),
  );
  return {
    id: `${home}/${name}${version && version !== '1' ? `_v${version}` : ''}`,
    argument,
    result,
    error,
    attributes,
  };
}

function memberedType(kind: string, { lines }: Block, home: string, rest: string): StoneType {
  const extended = /extends ([\w.]+)/.exec(rest)?.[1];
  const parent = extended && (extended.includes('.') ? extended : `${home}.${extended}`);
  if (kind !== 'struct') {
    const tags = new Map(lines.filter(({ depth }) => depth === 1).map(({ text }) => tagOf(text, home)));
    return { kind: 'union', closed: kind === 'union_closed', tags, ...(parent ? { parent } : {}) };
  }
  return { kind: 'struct', ...membersOf(lines, home), ...(parent ? { parent } : {}) };
}

function membersOf(lines: Block['lines'], home: string): Pick<StoneStruct, 'fields' | 'subtypes'> {
  const fields = new Map<string, StoneField>();
  let subtypes: StoneStruct['subtypes'];
  for (const { depth, text } of lines) {
    if (depth === 2 && subtypes) subtypes.tags.set(...tagOf(text, home));
    if (depth !== 1) continue;
    if (/^union(_closed)?$/.test(text)) subtypes = { closed: text === 'union_closed', tags: new Map() };
    else fields.set(...fieldOf(text, home));
  }
  return { fields, ...(subtypes ? { subtypes } : {}) };
}

function fieldOf(text: string, home: string): [string, StoneField] {
  const masked = text.replaceAll(/"(?:[^"\\]|\\.)*"/g, (quoted) => '_'.repeat(quoted.length));
  const assigned = masked.indexOf(' = ', masked.lastIndexOf(')') + 1);
  const [, name = '', type = ''] = /^(\w+) +(.+)$/.exec(assigned < 0 ? text : text.slice(0, assigned)) ?? [];
  return [name, { type: readTypeRef(type, home), hasDefault: assigned >= 0 }];
}

function tagOf(text: string, home: string): [string, TypeRef] {
  if (!text.includes(' ')) return [text, readTypeRef('Void', home)];
  const [name, { type }] = fieldOf(text, home);
  return [name, type];
}
