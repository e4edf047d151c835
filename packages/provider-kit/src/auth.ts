import type { Feature } from '@switchboard/contracts';

/** How a client proves itself at the token endpoint (RFC 6749 §2.3.1). */
export type ClientAuth = 'client_secret_post' | 'client_secret_basic' | 'none';

/** What a revocation ends: one token, the whole grant, or every grant of the account in the client's project. */
export type Revokes = 'token' | 'grant' | 'project';

export interface FeatureDeclaration {
  readonly title: string;
  /** One sentence a person reads on the connect window. */
  readonly description: string;
  /** The provider's scopes; all are needed for the feature. */
  readonly scopes: readonly string[];
  /** Features that this one contains. */
  readonly includes?: readonly Feature[];
  /** True where a person cannot leave it out. */
  readonly required?: boolean;
}

/** Where the account's identity is read after consent. All of them answer JSON to a GET with the access token. */
export interface IdentityDeclaration {
  readonly endpoint: string;
  /** JSON pointers into the answer. */
  readonly subject: string;
  readonly email?: string;
  readonly name?: string;
  readonly picture?: string;
}

export interface OAuth2Declaration {
  readonly kind: 'oauth2';
  readonly authorizationEndpoint: string;
  readonly tokenEndpoint: string;
  readonly revocationEndpoint?: string;
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
  readonly authorizationParams?: Readonly<Record<string, string>>;
  /** True where each refresh answers a new refresh token and spends the old one. */
  readonly refreshRotates?: boolean;
  readonly identity: IdentityDeclaration;
  readonly features: Readonly<Record<Feature, FeatureDeclaration>>;
  /** Features that identify the account; always asked for. */
  readonly baseFeatures: readonly Feature[];
  /** Life of an access token when the answer does not say; seconds. */
  readonly defaultExpiresIn?: number;
}

export interface ApiKeyDeclaration {
  readonly kind: 'apiKey';
  readonly place: { readonly in: 'header' | 'query'; readonly name: string; readonly prefix?: string };
  readonly features: Readonly<Record<Feature, FeatureDeclaration>>;
  readonly identity: IdentityDeclaration;
}

export type AuthMethod = OAuth2Declaration | ApiKeyDeclaration;

/** Declares the provider's OAuth 2.0 endpoints and features. */
export const oauth2 = (declaration: Omit<OAuth2Declaration, 'kind'>): OAuth2Declaration =>
  Object.freeze({ kind: 'oauth2', ...declaration });

/** Declares where an API key goes and what it lets a person do. */
export const apiKey = (declaration: Omit<ApiKeyDeclaration, 'kind'>): ApiKeyDeclaration =>
  Object.freeze({ kind: 'apiKey', ...declaration });
