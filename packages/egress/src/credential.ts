/** A value that is only read where it is sent; the vault's `Secret` is one. */
export interface Revealable {
  reveal(): string;
}

/** Where a credential goes in a request. */
export type CredentialPlace =
  | { readonly in: 'header'; readonly name: string; readonly prefix?: string }
  | { readonly in: 'query'; readonly name: string };

export interface Credential {
  /** `Authorization: Bearer …` unless told. */
  readonly place?: CredentialPlace;
  readonly secret: Revealable;
}

export type RequestHeaders = Record<string, string | string[]>;

/** Adds the credential to a request whose host was checked already, and gives the path to ask for (E-2). */
export function placeCredential(credential: Credential | undefined, headers: RequestHeaders, path: string): string {
  if (credential === undefined) return path;
  const place = credential.place;
  const value = credential.secret.reveal();
  if (place?.in === 'query') {
    return `${path}${path.includes('?') ? '&' : '?'}${encodeURIComponent(place.name)}=${encodeURIComponent(value)}`;
  }
  const name = place ? place.name.toLowerCase() : 'authorization';
  const prefix = place ? (place.prefix ?? '') : 'Bearer ';
  for (const other of Object.keys(headers)) if (other.toLowerCase() === name) delete headers[other];
  headers[name] = prefix + value;
  return path;
}
