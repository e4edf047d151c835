import { badQuery, memberships, propertyBags, terms, type Predicate } from './query-terms.ts';

type Token = { readonly kind: 'text' | 'word' | 'sign'; readonly value: string };

/** Reads the words, quoted texts and signs of a search. @throws {GoogleError} 400 for what is none of them. */
function tokensOf(query: string): Token[] {
  const pattern = /\s*(?:'((?:[^'\\]|\\.)*)'|([A-Za-z]+)|(<=|>=|!=|[=<>(){}]))/y;
  const tokens: Token[] = [];
  while (query.slice(pattern.lastIndex).trim() !== '') {
    const found = pattern.exec(query);
    if (!found) throw badQuery();
    const [, quoted, word, sign] = found;
    if (quoted !== undefined) tokens.push({ kind: 'text', value: quoted.replace(/\\(.)/g, '$1') });
    else tokens.push(word === undefined ? { kind: 'sign', value: sign! } : { kind: 'word', value: word });
  }
  return tokens;
}

/** True for a search with words of the content, which Google sorts by itself. */
export const looksIntoContent = (query: string): boolean =>
  /\bfullText\b/.test(query.replace(/'(?:[^'\\]|\\.)*'/g, "''"));

/** Reads a search as `name contains 'plan' and trashed = false`. @throws {GoogleError} 400 where it cannot be read. */
export function parseQuery(query: string): Predicate {
  const tokens = tokensOf(query);
  let at = 0;
  const passed = (value: string): boolean => {
    const here = tokens[at]?.value === value && tokens[at]?.kind !== 'text';
    if (here) at += 1;
    return here;
  };
  const take = (kind?: Token['kind'], value?: string): string => {
    const token = tokens[at];
    if (!token || (kind && token.kind !== kind) || (value !== undefined && token.value !== value)) throw badQuery();
    at += 1;
    return token.value;
  };

  const any = (): Predicate => {
    const parts = [all()];
    while (passed('or')) parts.push(all());
    return (file) => parts.some((part) => part(file));
  };
  const all = (): Predicate => {
    const parts = [one()];
    while (passed('and')) parts.push(one());
    return (file) => parts.every((part) => part(file));
  };
  const one = (): Predicate => {
    if (passed('not')) {
      const inner = one();
      return (file) => !inner(file);
    }
    if (passed('(')) {
      const inner = any();
      take('sign', ')');
      return inner;
    }
    return tokens[at]?.kind === 'text' ? membership() : comparison();
  };
  const membership = (): Predicate => {
    const value = take('text');
    take('word', 'in');
    const name = take('word');
    if (!Object.hasOwn(memberships, name)) throw badQuery();
    return memberships[name]!(value);
  };
  const comparison = (): Predicate => {
    const name = take('word');
    const operator = take();
    if (operator === 'has') return property(name);
    if (!Object.hasOwn(terms, name)) throw badQuery();
    return terms[name]!(operator, take());
  };
  const property = (bag: string): Predicate => {
    if (!Object.hasOwn(propertyBags, bag)) throw badQuery();
    take('sign', '{');
    take('word', 'key');
    take('sign', '=');
    const key = take('text');
    take('word', 'and');
    take('word', 'value');
    take('sign', '=');
    const value = take('text');
    take('sign', '}');
    return propertyBags[bag]!(key, value);
  };

  const predicate = any();
  if (at !== tokens.length) throw badQuery();
  return predicate;
}
