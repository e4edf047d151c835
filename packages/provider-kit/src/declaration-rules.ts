import { z } from 'zod';
import type { AnyAction } from './action.ts';
import type { AuthMethod } from './auth.ts';
import type { Rule } from './conformance.ts';
import type { Picked } from './picked.ts';
import type { ProviderDeclaration } from './provider.ts';
import { readsOnly } from './reads-only.ts';

const sentence = (text: string): boolean => /^\p{Lu}.*\.$/su.test(text);

/** The rules that hold the parts of a declaration against each other. */
export const declarationRules: Readonly<Record<string, Rule>> = {
  'fills its templates from settings and tables it declares': (provider) =>
    Object.values(provider.auth).flatMap((method) => {
      const known = namesOf(provider, method);
      return templatesOf(provider, method).flatMap((template) =>
        [...template.matchAll(/\{(\w+)\}/g)]
          .filter(([, name]) => !known.has(name!))
          .map(([, name]) => `${template}: nothing gives ${name}`),
      );
    }),
  'lets people choose from lists that exist': (provider) =>
    provider.actions.flatMap((action) =>
      pickedIn(inputOf(action)).flatMap((choice) =>
        pickedFindings(provider, action, choice).map((finding) => `${action.name}: ${finding}`),
      ),
    ),
  'has a feature that only reads': (provider) => {
    if (provider.actions.length === 0) return [];
    const features = Object.values(provider.auth).flatMap(({ features: own }) => Object.keys(own));
    return features.some((feature) => readsOnly(provider, feature)) ? [] : ['every feature lets something be changed'];
  },
  'tells several ways of connecting apart': ({ auth }) => {
    const methods = Object.entries(auth);
    if (methods.length === 1) return [];
    const titles = methods.map(([, { title }]) => title);
    return methods.flatMap(([name, { title }]) => [
      ...(title ? [] : [`${name} has no title`]),
      ...(title && titles.filter((one) => one === title).length > 1 ? [`${name} has the title of another`] : []),
    ]);
  },
  'says how a connection ends': ({ auth }) =>
    Object.entries(auth).flatMap(([name, method]) => [
      ...(method.life && !sentence(method.life.reason) ? [`the life of ${name} has no reason`] : []),
      ...(method.revokeByHand !== undefined && !sentence(method.revokeByHand)
        ? [`${name}: revokeByHand is no sentence`]
        : []),
      ...(isRevocable(method) || method.revokeByHand ? [] : [`${name} says neither how nor where access is ended`]),
    ]),
};

const isRevocable = (method: AuthMethod): boolean =>
  'revocationEndpoint' in method && method.revocationEndpoint !== undefined;

/** Every name that may stand in a template of this method. */
function namesOf({ settings, tables = {} }: ProviderDeclaration, method: AuthMethod): ReadonlySet<string> {
  const columns = Object.values(tables).flatMap((table) => {
    const [first = [], ...others] = Object.values(table).map((row) => Object.keys(row));
    return first.filter((name) => others.every((row) => row.includes(name)));
  });
  const own = method.kind === 'fragment' ? ['clientId', 'redirectUri', 'scope', 'token'] : ['clientId', 'token'];
  const typed = [settings, method.settings].flatMap((schema) => Object.keys(schema?.shape ?? {}));
  return new Set([...typed, ...columns, ...own]);
}

/** Every text of the declaration that is filled; labels of file hosts may stay open. */
function templatesOf({ api }: ProviderDeclaration, method: AuthMethod): string[] {
  const { features: _features, settings: _settings, ...filled } = method;
  const { keyPattern: _pattern, ...texts } = { keyPattern: undefined, ...filled };
  return [api.baseUrl, ...api.hosts, ...textsIn(api.headers), ...textsIn(texts)].filter((text) => text.includes('{'));
}

const textsIn = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(textsIn)
      : [];

/** Every choice that a schema's fields offer. */
function pickedIn(schema: unknown): Picked[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const { picked, ...rest } = schema as { picked?: Picked };
  return [...(picked ? [picked] : []), ...Object.values(rest).flatMap(pickedIn)];
}

interface JsonSchema {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
}

const inputOf = ({ input }: AnyAction): JsonSchema => z.toJSONSchema(input, { io: 'input' }) as JsonSchema;

function pickedFindings(provider: ProviderDeclaration, asking: AnyAction, choice: Picked): string[] {
  const { action: ref, items, value = 'id', label = 'title', where = {} } = choice;
  const found = provider.actions.find((action) => `${provider.id}.${action.name}` === ref);
  if (!found) return [`chooses from ${ref}, which does not exist`];
  if (found.effect !== 'read') return [`chooses from ${ref}, which is no read`];
  const row = rowOf(z.toJSONSchema(found.output, { io: 'output' }) as JsonSchema, items);
  if (!row) return [`${ref} answers no list ${items}`];
  return [
    ...[value, label, ...Object.keys(where)]
      .filter((member) => !row[member])
      .map((member) => `${ref} answers no ${items} with ${member}`),
    ...givenFindings(inputOf(asking), inputOf(found), choice),
  ];
}

/** The members of a row, behind each list that the way leads through. */
function rowOf(output: JsonSchema, way: string): JsonSchema['properties'] {
  let members = output.properties;
  for (const name of way.split('.')) members = members?.[name]?.items?.properties;
  return members;
}

function givenFindings(form: JsonSchema, list: JsonSchema, { action: ref, given = {} }: Picked): string[] {
  return [
    ...Object.keys(given)
      .filter((name) => !list.properties?.[name])
      .map((name) => `${ref} takes no ${name}`),
    ...Object.values(given)
      .filter((field) => !form.properties?.[field])
      .map((field) => `gives ${ref} the field ${field}, which is not there`),
    ...(list.required ?? []).filter((name) => !(name in given)).map((name) => `gives ${ref} no ${name}`),
  ];
}
