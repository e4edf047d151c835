import type { CsdlModel, CsdlProperty } from './model.ts';

const system = new Set([
  'select',
  'expand',
  'filter',
  'orderby',
  'top',
  'skip',
  'count',
  'search',
  'format',
  'skiptoken',
  'deltatoken',
]);
const words = new Set([
  'and',
  'or',
  'not',
  'eq',
  'ne',
  'gt',
  'ge',
  'lt',
  'le',
  'in',
  'has',
  'true',
  'false',
  'null',
  'any',
  'all',
]);

/** What of a query the model does not know: options, and the properties of `type` that they name. */
export function queryFindings(model: CsdlModel, type: string | undefined, query: URLSearchParams): string[] {
  return [...query].flatMap(([name, value]) => {
    const option = /^\$(\w+)$/.exec(name)?.[1];
    if (option === undefined || !system.has(option)) {
      return model.queryOptions.has(name) ? [] : [`unknown parameter ${name}`];
    }
    if (option === 'top' || option === 'skip') return /^\d+$/.test(value) ? [] : [`${name}: ${value} is no number`];
    if (option === 'count') return /^(true|false)$/.test(value) ? [] : [`${name}: not true or false`];
    return type === undefined ? [] : optionFindings(model, type, option, value).map((finding) => `${name}: ${finding}`);
  });
}

function optionFindings(model: CsdlModel, type: string, option: string, value: string): string[] {
  if (option === 'select') return listed(value).flatMap((path) => pathFindings(model, type, path));
  if (option === 'orderby') {
    return listed(value).flatMap((one) => {
      const [path = '', direction = 'asc'] = one.split(/\s+/);
      return /^(asc|desc)$/.test(direction) ? pathFindings(model, type, path) : [`${direction} is no direction`];
    });
  }
  if (option === 'expand') return listed(value).flatMap((one) => expandFindings(model, type, one));
  return option === 'filter' ? filterFindings(model, type, value) : [];
}

/** Splits at commas that stand in no brackets. */
const listed = (value: string): string[] => value.split(/,(?![^(]*\))/).map((one) => one.trim());

/** Follows `from/emailAddress/address` through the types; `*` is everything. */
function pathFindings(model: CsdlModel, type: string, path: string): string[] {
  if (path === '*') return [];
  let at: string = type;
  for (const name of path.split('/')) {
    const property: CsdlProperty | undefined = model.property(at, name);
    if (!property) return name.includes('.') && model.isDerived(name, at) ? [] : [`unknown property ${path}`];
    at = property.name;
  }
  return [];
}

function expandFindings(model: CsdlModel, type: string, expanded: string): string[] {
  const [, name = '', options = ''] = /^([\w.]+)(?:\((.*)\))?$/.exec(expanded) ?? [];
  const property = model.property(type, name);
  if (!property?.navigation) return [`${name || expanded} leads to nothing`];
  const nested = options
    .split(';')
    .filter(Boolean)
    .map((one) => one.split('=', 2) as [string, string]);
  return queryFindings(model, property.name, new URLSearchParams(nested));
}

/** Names in a filter are properties, functions with a bracket, words of the language, or what `any` and `all` name. */
function filterFindings(model: CsdlModel, type: string, filter: string): string[] {
  const bare = filter
    .replaceAll(/'(?:[^']|'')*'/g, ' ')
    .replaceAll(/\d{4}-\d\d-\d\d(T[\d:.]+(Z|[+-]\d\d:\d\d)?)?/g, ' ');
  const ranges = new Set([...bare.matchAll(/(\w+):/g)].map(([, name]) => name!));
  const names = [...bare.matchAll(/[A-Za-z][\w/.]*(?!\w)(?!\s*[(:])/g)].map(([name]) => name);
  return names
    .filter((name) => !words.has(name) && !ranges.has(name.split('/')[0]!))
    .flatMap((name) => pathFindings(model, type, name.replace(/\/(any|all)$/, '')));
}
