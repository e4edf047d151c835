import { HubError } from '@switchboard/contracts';
import type { CredentialPlace } from '@switchboard/egress';
import type { ProviderIdentity, ProviderOAuth } from '@switchboard/oauth';
import { fill, type FragmentDeclaration, type OAuth2Declaration, useOf, valuesOf } from '@switchboard/provider-kit';
import type { Chosen, ConsentDeclaration } from '../core/catalog.ts';

export type SettingValues = Readonly<Record<string, string>>;

/**
 * The protocol of one connection: its method's declaration with every template filled from its settings and the provider's tables.
 * @throws HubError `input_invalid` where a setting is missing.
 */
export function protocolOf(
  { provider, method, declaration }: Chosen<ConsentDeclaration>,
  settings: SettingValues,
  clientId: string,
): ProviderOAuth {
  const { tables } = provider;
  const values = valuesOf(settings, tables);
  const discovers = declaration.kind === 'oauth2' && declaration.discoversFrom !== undefined;
  const filler = { fill: filled(values), maybe: discovers ? orNothing(values) : filled(values) };
  const identity = identityOf({ provider, method, declaration }, settings, clientId);
  return declaration.kind === 'oauth2'
    ? codeFlow(declaration, filler, settings, identity)
    : fragmentFlow(declaration, filler, identity);
}

/** Where and how a method reads whose account it is. @throws HubError `input_invalid` where a setting is missing. */
export function identityOf(
  { provider, declaration }: Chosen,
  settings: SettingValues,
  clientId?: string,
): ProviderIdentity {
  const { tables } = provider;
  const { endpoint, subject, email, name, picture, body, ...rest } = declaration.identity;
  const fillIn = filled(valuesOf(settings, tables));
  const known = { settings, ...(tables && { tables }), ...(clientId !== undefined && { clientId }) };
  return {
    ...rest,
    endpoint: fillIn(endpoint),
    ...(declaration.use && { use: useOf(declaration, known) as CredentialPlace }),
    ...filledOnly({ subject, email, name, picture }, orNothing(valuesOf(settings, tables))),
    ...(body !== undefined && { body }),
  };
}

interface Filler {
  fill(template: string): string;
  /** Undefined where the declaration lets a person leave it out. */
  maybe(template: string): string | undefined;
}

function codeFlow(
  declaration: OAuth2Declaration,
  { fill: fillIn, maybe }: Filler,
  settings: SettingValues,
  identity: ProviderIdentity,
): ProviderOAuth {
  const { revocationEndpoint, issuer, jwksUri, callback, tokenAnswerMustSay, discoversFrom, ...rest } = declaration;
  const told = discoversFrom === undefined ? {} : settings;
  return {
    ...rest,
    authorizationEndpoint: fillIn(declaration.authorizationEndpoint),
    tokenEndpoint: fillIn(declaration.tokenEndpoint),
    ...filledOnly({ issuer, jwksUri, revocationEndpoint }, (template) => maybe(template)),
    ...(told['clientAuth'] && { clientAuth: told['clientAuth'] as OAuth2Declaration['clientAuth'] }),
    ...(told['issParameter'] && { issParameter: told['issParameter'] === 'true' }),
    ...(tokenAnswerMustSay && { tokenAnswerMustSay: each(tokenAnswerMustSay, fillIn) }),
    ...(callback && {
      callback: {
        ...(callback.signature && { signature: callback.signature }),
        ...(callback.mustSay && { mustSay: each(callback.mustSay, fillIn) }),
      },
    }),
    identity,
  };
}

/** Its token neither is exchanged nor renewed, so only revocation and identity are asked for. */
function fragmentFlow(
  { authorizationEndpoint, revocationEndpoint, revocation }: FragmentDeclaration,
  { fill: fillIn }: Filler,
  identity: ProviderIdentity,
): ProviderOAuth {
  return {
    authorizationEndpoint: fillIn(authorizationEndpoint),
    tokenEndpoint: fillIn(authorizationEndpoint),
    ...filledOnly({ revocationEndpoint }, fillIn),
    ...(revocation && { revocation }),
    revokes: 'token',
    revokeToken: 'access_token',
    clientAuth: 'none',
    pkce: 'none',
    identity,
  };
}

/** Left open: only whoever sends a revocation knows what they stand for. */
const leftOpen = { token: '{token}', clientId: '{clientId}' };

function filled(values: SettingValues) {
  return (template: string): string => {
    if (!template.includes('{')) return template;
    try {
      return fill(template, { ...leftOpen, ...values });
    } catch (cause) {
      const [, name = ''] = /\{(\w+)\}/.exec((cause as Error).message) ?? [];
      const message = 'This is needed.';
      throw new HubError('input_invalid', undefined, { errors: [{ path: `/settings/${name}`, message }] }, { cause });
    }
  };
}

const orNothing =
  (values: SettingValues) =>
  (template: string): string | undefined => {
    try {
      return filled(values)(template);
    } catch {
      return undefined;
    }
  };

const each = (templates: SettingValues, fillIn: (template: string) => string): SettingValues =>
  Object.fromEntries(Object.entries(templates).map(([name, template]) => [name, fillIn(template)]));

/** Those that are declared and come to something. */
function filledOnly<Name extends string>(
  templates: Readonly<Record<Name, string | undefined>>,
  fillIn: (template: string) => string | undefined,
): Partial<Record<Name, string>> {
  const entries = Object.entries<string | undefined>(templates)
    .map(([name, template]) => [name, template === undefined ? undefined : fillIn(template)] as const)
    .filter(([, value]) => value !== undefined && value !== '');
  return Object.fromEntries(entries) as Partial<Record<Name, string>>;
}
