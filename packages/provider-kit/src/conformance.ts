import { ActionRef, Feature, ProviderId } from '@switchboard/contracts';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { AnyAction } from './action.ts';
import type { FeatureDeclaration } from './auth.ts';
import { declarationRules } from './declaration-rules.ts';
import type { ProviderDeclaration } from './provider.ts';

/** One thing every provider must keep; answers what breaks it, each in a sentence. */
export type Rule = (provider: ProviderDeclaration, folder: string) => string[];

const perAction =
  (rule: (action: AnyAction, provider: ProviderDeclaration) => string[]): Rule =>
  (provider) =>
    provider.actions.flatMap((action) => rule(action, provider).map((finding) => `${action.name}: ${finding}`));

/** The suite each provider must pass, by the sentence that is its test's name. */
export const rules: Readonly<Record<string, Rule>> = {
  'has an id, a title and a description': ({ id, title, description }) => [
    ...(ProviderId.safeParse(id).success ? [] : [`id "${id}"`]),
    ...(title ? [] : ['no title']),
    ...(sentence(description) ? [] : ['its description is no sentence']),
  ],
  'has an icon and set-up steps beside its declaration': (_provider, folder) =>
    ['icon.svg', 'setup.md'].filter((file) => !existsSync(path.join(folder, file))).map((file) => `${file} is missing`),
  'speaks https to hosts it names': ({ api, auth }) => {
    const typed = Object.values(auth).some((method) => method.personAddress === true);
    const sample = (url: string): string =>
      typed && /^\{\w+\}/.test(url)
        ? url.replace(/^\{\w+\}/, 'https://typed.example')
        : url.replaceAll(/\{\w+\}/g, 'x');
    const urls = [api.baseUrl, ...api.hosts, ...Object.values(auth).flatMap(endpointsOf)].map(sample);
    const hosts = api.hosts.map(sample);
    const insecure = urls.filter((url) => !url.startsWith('https://')).map((url) => `${url} is not https`);
    const origins = hosts.filter((host) => URL.canParse(host) && new URL(host).origin !== host);
    const unnamed = hosts.includes(new URL(sample(api.baseUrl)).origin) ? [] : ['the base URL is on no declared host'];
    return [...insecure, ...origins.map((host) => `${host} is not an origin`), ...unnamed];
  },
  'lets a person change only settings that no address is made of': ({ settings, api, auth }) => {
    const methods = Object.values(auth);
    const shape: Record<string, z.ZodType> = Object.assign(
      {},
      ...[settings, ...methods.map((one) => one.settings)].map((one) => one?.shape),
    );
    const declared = JSON.stringify([api, methods.map(({ settings: _, ...method }) => method)]);
    return Object.entries(shape)
      .filter(([name, field]) => declared.includes(`{${name}}`) && 'editable' in z.toJSONSchema(field, { io: 'input' }))
      .map(([name]) => `${name} may be changed, and an address is made of it`);
  },
  'describes each feature and gives it scopes': (provider) =>
    featuresOf(provider).flatMap(([id, feature]) => [
      ...(Feature.safeParse(id).success ? [] : [`feature id "${id}"`]),
      ...(feature.title && sentence(feature.description) ? [] : [`${id} is not described`]),
      ...(new Set(feature.scopes).size === feature.scopes.length ? [] : [`scopes of ${id}`]),
      ...(feature.includes ?? []).filter((one) => !known(provider, one)).map((one) => `${id} includes unknown ${one}`),
    ]),
  'names its actions uniquely': ({ id, actions }) => {
    const names = actions.map(({ name }) => name);
    return [
      ...names.filter((name, at) => names.indexOf(name) !== at).map((name) => `${name} is there twice`),
      ...names.filter((name) => !ActionRef.safeParse(`${id}.${name}`).success).map((name) => `${name} is no name`),
    ];
  },
  'says what each action does in a sentence': perAction(({ title, description }) => [
    ...(title ? [] : ['no title']),
    ...(sentence(description) ? [] : ['its description is no sentence']),
  ]),
  'describes every field of every input': perAction(({ input }) =>
    Object.entries(input.shape as Record<string, z.ZodType>)
      .filter(([, field]) => !descriptionOf(field))
      .map(([name]) => `${name} is not described`),
  ),
  'asks only for features it declares': perAction(({ needs }, provider) =>
    needs.filter((feature) => !known(provider, feature)).map((feature) => `needs unknown ${feature}`),
  ),
  'gives each action an example that its schema takes': perAction(({ examples, input }) =>
    examples.length === 0
      ? ['no example']
      : examples.flatMap((example, at) => {
          const parsed = input.safeParse(example.input);
          return parsed.success ? [] : [`example ${at}: ${z.prettifyError(parsed.error)}`];
        }),
  ),
  'declares reads as repeatable and without undo': perAction(({ effect, idempotent, undo }) =>
    effect !== 'read' ? [] : [...(idempotent ? [] : ['a read is repeatable']), ...(undo ? ['a read has no undo'] : [])],
  ),
  'says how to find what a write did, or that it may be repeated': perAction(({ effect, idempotent, recover }) =>
    effect === 'read' || idempotent || recover ? [] : ['neither idempotent nor recoverable (R-1)'],
  ),
  'gives what undo needs to the actions that overwrite': perAction(({ undo, before, name }) =>
    undo && !before && !/^(create|save|add|send|comment|append|upload|copy|post|attach)_/.test(name)
      ? ['undo without before']
      : [],
  ),
  'takes the effect of the capability it fulfils': perAction(({ effect, fulfils }) =>
    fulfils && fulfils.effect !== effect ? [`${fulfils.name} is ${fulfils.effect}`] : [],
  ),
  'takes the examples of its capability': perAction(({ fulfils, examples, input }) =>
    !fulfils
      ? []
      : examples.flatMap(({ input: value }) => {
          const asked = fulfils.input.safeParse(value);
          return asked.success && !input.safeParse(asked.data).success ? ['refuses what the capability takes'] : [];
        }),
  ),
  'fulfils each capability once': ({ actions }) => {
    const names = actions.flatMap(({ fulfils }) => fulfils?.name ?? []);
    return names.filter((name, at) => names.indexOf(name) !== at).map((name) => `${name} is fulfilled twice`);
  },
  'prints its inputs and outputs as JSON Schema': perAction(({ input, output }) => {
    z.toJSONSchema(input, { io: 'input' });
    z.toJSONSchema(output, { io: 'output' });
    return [];
  }),
  'reads any failed answer without failing itself': ({ explain }) =>
    [400, 401, 403, 404, 409, 410, 412, 413, 429, 500, 503].flatMap((status) =>
      [undefined, null, '', '<html>', [], {}, { error: 'x' }, { error: { errors: 7 } }].flatMap((body) =>
        explain({ status, headers: {}, body }).kind ? [] : [`${status} has no meaning`],
      ),
    ),
  ...declarationRules,
};

const sentence = (text: string): boolean => /^\p{Lu}.*\.$/su.test(text);

const featuresOf = ({ auth }: ProviderDeclaration): [string, FeatureDeclaration][] =>
  Object.values(auth).flatMap(({ features }) => Object.entries(features));
const known = (provider: ProviderDeclaration, id: string): boolean => featuresOf(provider).some(([one]) => one === id);

const endpointsOf = (method: ProviderDeclaration['auth'][string]): string[] => {
  const endpoints: Partial<Record<string, unknown>> = { ...method, identityEndpoint: method.identity.endpoint };
  return Object.entries(endpoints).flatMap(([name, value]) =>
    (name.endsWith('Endpoint') || name === 'jwksUri') && typeof value === 'string' ? [value] : [],
  );
};

/** A field's description, also where it is wrapped as optional or with a default. */
function descriptionOf(field: z.ZodType): string | undefined {
  if (field.description) return field.description;
  const inner = (field.def as { innerType?: z.ZodType }).innerType;
  return inner && descriptionOf(inner);
}
