import type { Feature } from '@switchboard/contracts';
import type { z } from 'zod';
import type { GrantLife } from './grant-life.ts';
import type { CallbackRules, IdentityDeclaration, RevocationRequest, TokenUse } from './oauth-quirks.ts';

/** How a client proves itself at the token endpoint (RFC 6749 §2.3.1). */
export type ClientAuth = 'client_secret_post' | 'client_secret_basic' | 'none';

/** What a revocation ends: one token, the whole grant, or every grant of the account in the client's project. */
export type Revokes = 'token' | 'grant' | 'project';

export interface FeatureDeclaration {
  readonly title: string;
  /** One sentence a person reads on the connect window. */
  readonly description: string;
  /** The provider's scopes; all are needed for the feature. Empty where the provider has none: then what was chosen is what is granted. */
  readonly scopes: readonly string[];
  /** Features that this one contains. */
  readonly includes?: readonly Feature[];
  /** True where a person cannot leave it out. */
  readonly required?: boolean;
  /** True where whoever sets the hub up by signing in with this account is asked for it at once, so that it knows their people. */
  readonly atSetUp?: boolean;
}

interface MethodDeclaration {
  /** How a person tells this way of connecting from the others; needed where there are several. */
  readonly title?: string;
  /** Who can connect this way and who cannot, in a plain sentence on the connect window. */
  readonly note?: string;
  /** What a person fills in for this method, besides the provider's own `settings`. */
  readonly settings?: z.ZodObject;
  readonly features: Readonly<Record<Feature, FeatureDeclaration>>;
  /** How the credential is put on an API call; `Authorization: Bearer …` unless told. */
  readonly use?: TokenUse;
  /** When and why a connection ends by itself. */
  readonly life?: GrantLife;
  /** One sentence for the receipt where the provider offers no revocation: where a person ends the access. */
  readonly revokeByHand?: string;
  /** True where the service is nobody's in particular, so its addresses are ones that a person typed: the rules for such hold. */
  readonly personAddress?: boolean;
}

/**
 * Endpoints, hosts and identity may hold `{name}` templates, filled from the connection's settings and from the provider's
 * `tables`; see `fill`.
 */
export interface OAuth2Declaration extends MethodDeclaration {
  readonly kind: 'oauth2';
  readonly authorizationEndpoint: string;
  readonly tokenEndpoint: string;
  /** Extra members of the code exchange, as Shopify's `expiring`. */
  readonly tokenParams?: Readonly<Record<string, string>>;
  /** Extra headers of token and revocation calls. */
  readonly tokenHeaders?: Readonly<Record<string, string>>;
  /** JSON pointer to the object that holds the tokens; the whole answer unless told. A refresh may have them at the top instead. */
  readonly tokensAt?: string;
  /** What `token_type` may say beside `bearer`, as Slack's `user`; in any case of letters. */
  readonly tokenTypes?: readonly string[];
  /** JSON pointers into the token answer whose text must equal the filled template, as Zoho's `api_domain`. */
  readonly tokenAnswerMustSay?: Readonly<Record<string, string>>;
  readonly revocationEndpoint?: string;
  /** The form of the revocation where it is not RFC 7009. */
  readonly revocation?: RevocationRequest;
  /** The token whose revocation is asked for; the refresh token unless told. */
  readonly revokeToken?: 'refresh_token' | 'access_token';
  readonly revokes: Revokes;
  /** OpenID Connect issuer; with it an ID token is required and checked (O-7). */
  readonly issuer?: string;
  readonly jwksUri?: string;
  /** True where the provider sends `iss` with the authorization response (RFC 9207). */
  readonly issParameter?: boolean;
  readonly clientAuth: ClientAuth;
  /** Encoding of the token request; `form` unless told. */
  readonly tokenBody?: 'form' | 'json';
  readonly pkce: 'S256' | 'none';
  /** Between scopes; a space unless told. */
  readonly scopeSeparator?: ' ' | ',';
  /** Name of the authorization parameter that carries the scopes; `scope` unless told. */
  readonly scopeParam?: string;
  readonly authorizationParams?: Readonly<Record<string, string>>;
  /**
   * How a client id and secret are tried: `code` exchanges a made-up code, which a provider that knows the client answers with
   * `invalid_grant`; `none` where the provider looks at the code first, so that nothing can be told. `code` unless told.
   */
  readonly clientCheck?: 'code' | 'none';
  /** What the callback must carry besides `state` and `code`. */
  readonly callback?: CallbackRules;
  /** True where each refresh answers a new refresh token and spends the old one. */
  readonly refreshRotates?: boolean;
  /** True where access tokens do not run out and no refresh token is given. */
  readonly neverExpires?: boolean;
  readonly identity: IdentityDeclaration & { readonly subject: string };
  /** Features that identify the account; always asked for. */
  readonly baseFeatures: readonly Feature[];
  /** Life of an access token when the answer does not say; seconds. */
  readonly defaultExpiresIn?: number;
  /** `connection`: each person brings the client id and secret with the connection (`clientId` and `clientSecret`); `hub` unless told. */
  readonly client?: 'hub' | 'connection';
  /**
   * The setting that names the service's issuer, where its endpoints are templates: what the issuer tells of itself (OpenID Connect
   * Discovery, RFC 8414) fills the settings `authorizationEndpoint`, `tokenEndpoint`, `revocationEndpoint`, `jwksUri`,
   * `identityEndpoint`, `clientAuth` and `issParameter`, unless a person did. Endpoints without a value are then left out.
   */
  readonly discoversFrom?: string;
  /** The setting that names further scopes to ask for, separated by spaces. */
  readonly scopesFrom?: string;
}

/** A token that comes back in the fragment of the callback address (RFC 6749 §4.2), which the callback page hands to the hub. */
export interface FragmentDeclaration extends MethodDeclaration {
  readonly kind: 'fragment';
  readonly authorizationEndpoint: string;
  /** Authorization parameters; `{clientId}`, `{redirectUri}` and `{scope}` are filled in. */
  readonly authorizationParams: Readonly<Record<string, string>>;
  /** Name of the token in the fragment; `token` unless told. */
  readonly tokenName?: string;
  readonly scopeSeparator?: ' ' | ',';
  readonly revocationEndpoint?: string;
  readonly revocation?: RevocationRequest;
  readonly identity: IdentityDeclaration & { readonly subject: string };
  readonly baseFeatures: readonly Feature[];
}

export interface ApiKeyDeclaration extends MethodDeclaration {
  readonly kind: 'apiKey';
  /** Label of the field the key is typed into; "API key" unless told. */
  readonly keyTitle?: string;
  /** Where a person finds the key. */
  readonly keyHint?: string;
  /** A pattern the key must have before it is tried. */
  readonly keyPattern?: string;
  /** The live check, and whose key it is. */
  readonly identity: IdentityDeclaration;
}

/** A service account that acts for a person of its organisation: a signed assertion is exchanged for access (RFC 7523 §2.1). */
export interface ServiceAccountDeclaration extends MethodDeclaration {
  readonly kind: 'serviceAccount';
  readonly tokenEndpoint: string;
  /** Name of the setting that holds the mail address of the person it acts for. */
  readonly actsFor: string;
  readonly identity: IdentityDeclaration & { readonly subject: string };
  readonly baseFeatures: readonly Feature[];
}

export type AuthMethod = OAuth2Declaration | FragmentDeclaration | ApiKeyDeclaration | ServiceAccountDeclaration;

/** Declares the provider's OAuth 2.0 endpoints and features. */
export const oauth2 = (declaration: Omit<OAuth2Declaration, 'kind'>): OAuth2Declaration =>
  Object.freeze({ kind: 'oauth2', ...declaration });

/** Declares an authorization page that gives the token in the fragment. */
export const fragmentToken = (declaration: Omit<FragmentDeclaration, 'kind'>): FragmentDeclaration =>
  Object.freeze({ kind: 'fragment', ...declaration });

/** Declares where an API key goes and what it lets a person do. */
export const apiKey = (declaration: Omit<ApiKeyDeclaration, 'kind'>): ApiKeyDeclaration =>
  Object.freeze({ kind: 'apiKey', ...declaration });

/** Declares how a service account's key becomes access. */
export const serviceAccount = (declaration: Omit<ServiceAccountDeclaration, 'kind'>): ServiceAccountDeclaration =>
  Object.freeze({ kind: 'serviceAccount', ...declaration });
