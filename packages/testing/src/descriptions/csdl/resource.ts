import type { CsdlModel, CsdlOperation, CsdlUse } from './model.ts';

/** What a path leads to. */
export interface Resource {
  /** Undefined where nothing is answered. */
  readonly use: CsdlUse | undefined;
  /** The path with its ids left out, as `me/events/{id}`. */
  readonly template: string;
  readonly operation?: CsdlOperation;
  /** Bytes, a reference, a count, or a value of its own kind. */
  readonly special?: '$value' | '$ref' | '$count';
  /** True where it is a collection that a key was not given for. */
  readonly navigation: boolean;
}

/** Finds what a path (decoded, without a leading slash) leads to: sets, keys, properties, operations, and items by their own path. */
export function resourceAt(model: CsdlModel, path: string): Resource | undefined {
  const [first = '', ...rest] = segmentsOf(path);
  const use = model.roots.get(first);
  if (!use) return undefined;
  let at: Resource | undefined = { use, template: first, navigation: true };
  for (const segment of rest) at = at && step(model, at, segment);
  return at;
}

/** Splits a path; `root:/a folder/b.txt:` is one step, as Graph addresses items by path. */
function segmentsOf(path: string): string[] {
  const steps = path.replaceAll(
    /:\/((?:[^:]|:(?!\/|$))*)(?::|$)/g,
    (_all, inner: string) => `/:${encodeURIComponent(inner)}`,
  );
  return steps.split('/').filter((segment) => segment !== '');
}

function step(model: CsdlModel, at: Resource, segment: string): Resource | undefined {
  const { use } = at;
  const on = (next: Partial<Resource>, name: string): Resource => ({
    use: undefined,
    navigation: false,
    ...next,
    template: `${at.template}/${name}`,
  });
  if (!use || at.special) return undefined;
  if (segment === '$value' || segment === '$ref' || segment === '$count') return on({ use, special: segment }, segment);
  if (segment.startsWith(':')) {
    const item = /(^|\.)driveItem$/.test(use.name) && !use.collection;
    return item ? on({ use, navigation: true }, '{path}') : undefined;
  }

  const [, name = segment, given] = /^([\w.]+)(?:\((.*)\))?$/.exec(segment) ?? [];
  const cast = name.includes('.') && model.isDerived(name, use.name) && model.types.has(name);
  if (cast) return on({ use: { ...use, name }, navigation: at.navigation }, name);
  const operation = model.operation(name.slice(name.lastIndexOf('.') + 1), use);
  if (operation && takes(operation, given)) return called(operation);

  if (use.collection) return on({ use: { ...use, collection: false }, navigation: true }, '{id}');
  const property = model.property(use.name, name);
  if (!property) return undefined;
  const by = given === undefined ? property : { ...property, collection: false };
  return on({ use: by, navigation: property.navigation }, given === undefined ? name : `${name}/{id}`);

  function called(found: CsdlOperation): Resource {
    return on({ ...(found.returns ? { use: found.returns } : {}), operation: found }, found.name);
  }
}

/** True where an operation is called as it may be: an action without arguments, a function with those it has. */
function takes({ kind, parameters }: CsdlOperation, given: string | undefined): boolean {
  if (kind === 'action') return given === undefined;
  if (given === undefined) return parameters.size === 0;
  const named = [...given.matchAll(/(?:^|,)\s*(\w+)=(?:'(?:[^']|'')*'|[^,]*)/g)].map(([, name]) => name!.toLowerCase());
  const known = [...parameters.keys()].map((name) => name.toLowerCase());
  return named.every((name) => known.includes(name)) && (given.trim() === '' || named.length > 0);
}
