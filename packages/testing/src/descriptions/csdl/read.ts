import { SaxesParser } from 'saxes';
import { CsdlModel, type CsdlOperation, type CsdlType, type CsdlUse } from './model.ts';

type Attributes = Readonly<Record<string, string>>;

/** Reads OData CSDL XML (https://docs.oasis-open.org/odata/odata-csdl-xml/v4.01, read 2026-11-21). */
export function readCsdl(xml: string): CsdlModel {
  const reader = new CsdlReader(aliasesOf(xml));
  const parser = new SaxesParser();
  const names: string[] = [];
  parser.on('opentag', ({ name, attributes }) => {
    names.push(name);
    reader.open(name, attributes);
  });
  parser.on('closetag', () => reader.close(names.pop()!));
  parser.write(xml.replace(/^\uFEFF/, '')).close();
  return reader.model;
}

const aliasesOf = (xml: string): ReadonlyMap<string, string> =>
  new Map(
    [...xml.matchAll(/<Schema\s[^>]*>/g)].flatMap(([tag]) => {
      const namespace = /\sNamespace="([^"]+)"/.exec(tag)?.[1];
      const alias = /\sAlias="([^"]+)"/.exec(tag)?.[1];
      return namespace !== undefined && alias !== undefined ? [[alias, namespace] as const] : [];
    }),
  );

class CsdlReader {
  readonly model = new CsdlModel();
  readonly #aliases: ReadonlyMap<string, string>;
  #namespace = '';
  #type: CsdlType | undefined;
  #members: Set<string> | undefined;
  #operation: CsdlOperation | undefined;
  /** The property whose value is being read, inside of annotations. */
  readonly #values: string[] = [];

  constructor(aliases: ReadonlyMap<string, string>) {
    this.#aliases = aliases;
  }

  open(tag: string, attributes: Attributes): void {
    const { Name = '', Type = '' } = attributes;
    if (tag === 'Schema') this.#namespace = attributes['Namespace'] ?? '';
    else if (tag === 'EntityType' || tag === 'ComplexType') this.#openType(tag, Name, attributes['BaseType']);
    else if (tag === 'EnumType') this.#openEnum(Name, attributes['IsFlags'] === 'true');
    else if (tag === 'Member') this.#members?.add(Name);
    else if (tag === 'Property' || tag === 'NavigationProperty') {
      this.#type?.properties.set(Name, { ...this.#use(Type, attributes), navigation: tag !== 'Property' });
    } else if (tag === 'Action' || tag === 'Function') this.#openOperation(tag, Name);
    else if (tag === 'Parameter') this.#parameter(Name, this.#use(Type, attributes));
    else if (tag === 'ReturnType' && this.#operation) this.#operation.returns = this.#use(Type, attributes);
    else if (tag === 'EntitySet') this.#root(Name, this.#use(`Collection(${attributes['EntityType']})`, attributes));
    else if (tag === 'Singleton') this.#root(Name, this.#use(Type, attributes));
    else if (tag === 'PropertyValue') this.#openValue(attributes);
  }

  close(tag: string): void {
    if (tag === 'EntityType' || tag === 'ComplexType') this.#type = undefined;
    if (tag === 'EnumType') this.#members = undefined;
    if (tag === 'Action' || tag === 'Function') this.#operation = undefined;
    if (tag === 'PropertyValue') this.#values.pop();
  }

  #openType(tag: 'EntityType' | 'ComplexType', name: string, base: string | undefined): void {
    const kind = tag === 'EntityType' ? 'entity' : 'complex';
    this.#type = { kind, properties: new Map(), ...(base ? { base: this.#qualified(base) } : {}) };
    this.model.types.set(`${this.#namespace}.${name}`, this.#type);
  }

  #openEnum(name: string, flags: boolean): void {
    this.#members = new Set();
    this.model.types.set(`${this.#namespace}.${name}`, { kind: 'enum', flags, members: this.#members });
  }

  #openOperation(tag: 'Action' | 'Function', name: string): void {
    this.#operation = { kind: tag === 'Action' ? 'action' : 'function', name, parameters: new Map() };
    this.model.operations.push(this.#operation);
  }

  #parameter(name: string, use: CsdlUse): void {
    if (!this.#operation) return;
    if (/^bindingParameter$/i.test(name)) this.#operation.bound = use;
    else this.#operation.parameters.set(name, use);
  }

  #root(name: string, use: CsdlUse): void {
    this.model.roots.set(name, use);
  }

  #openValue(attributes: Attributes): void {
    const inOption = this.#values.at(-1) === 'CustomQueryOptions';
    const { Property = '', String: text } = attributes;
    if (inOption && Property === 'Name' && text !== undefined) this.model.queryOptions.add(text);
    this.#values.push(Property);
  }

  #use(text: string, attributes: Attributes): CsdlUse {
    const inner = /^Collection\((.+)\)$/.exec(text)?.[1];
    return {
      name: this.#qualified(inner ?? text),
      collection: inner !== undefined,
      nullable: attributes['Nullable'] !== 'false',
    };
  }

  #qualified(name: string): string {
    const at = name.lastIndexOf('.');
    const namespace = this.#aliases.get(name.slice(0, at));
    return namespace === undefined ? name : namespace + name.slice(at);
  }
}
