import { EgressError } from './egress-error.ts';

/** A value that is only read where it is sent; the vault's `Secret` is one. */
export interface Revealable {
  reveal(): string;
}

/** Where a credential goes in a request. */
export type CredentialPlace =
  | { readonly in: 'header'; readonly name: string; readonly prefix?: string; readonly suffix?: string }
  | { readonly in: 'query'; readonly name: string }
  /** `user:secret` as HTTP Basic (RFC 7617). */
  | { readonly in: 'basic'; readonly user: string }
  /** Before the path, behind `prefix`; paths that begin with a segment of `after` have it behind that segment. */
  | { readonly in: 'path'; readonly prefix: string; readonly after?: readonly string[] };

export interface Credential {
  /** `Authorization: Bearer …` unless told. */
  readonly place?: CredentialPlace;
  readonly secret: Revealable;
}

export type RequestHeaders = Record<string, string | string[]>;

const bearer: CredentialPlace = { in: 'header', name: 'authorization', prefix: 'Bearer ' };
/** What may stand in a path unescaped (RFC 3986 §3.3), but for the slash and the percent sign. */
const pathSafe = /^[\w.~!$&'()*+,;=:@-]+$/;

/** Adds the credential to a request whose host was checked already, and gives the path to ask for (E-2). @throws EgressError `refused`. */
export function placeCredential(credential: Credential | undefined, headers: RequestHeaders, path: string): string {
  if (credential === undefined) return path;
  const { place = bearer, secret } = credential;
  const value = secret.reveal();
  switch (place.in) {
    case 'query':
      return withParameter(path, encodeURIComponent(place.name), encodeURIComponent(value));
    case 'path':
      return behind(path, place.after ?? [], place.prefix + (pathSafe.test(value) ? value : encodeURIComponent(value)));
    case 'basic':
      setHeader(headers, 'authorization', `Basic ${Buffer.from(`${place.user}:${value}`).toString('base64')}`);
      return path;
    case 'header':
      setHeader(headers, place.name.toLowerCase(), `${place.prefix ?? ''}${value}${place.suffix ?? ''}`);
      return path;
  }
}

/** The caller's own value of the parameter does not stand beside the credential. */
function withParameter(path: string, name: string, value: string): string {
  const at = path.indexOf('?');
  if (at === -1) return `${path}?${name}=${value}`;
  const parts = path.slice(at + 1).split('&');
  const others = parts.filter((part) => part !== '' && nameOf(part) !== name);
  return `${path.slice(0, at)}?${[...others, `${name}=${value}`].join('&')}`;
}

const nameOf = (part: string): string => encodeURIComponent([...new URLSearchParams(part).keys()][0] ?? '');

function behind(path: string, after: readonly string[], segment: string): string {
  const lead = after.find((one) => path === one || path.startsWith(`${one}/`)) ?? '';
  return lead + segment + path.slice(lead.length);
}

function setHeader(headers: RequestHeaders, name: string, value: string): void {
  // eslint-disable-next-line no-control-regex -- these are what must not get through
  if (/[\u0000-\u0008\u000a-\u001f\u007f]|[^\u0000-\u00ff]/.test(value))
    throw new EgressError('refused', 'The credential holds characters that no header takes.');
  for (const other of Object.keys(headers)) if (other.toLowerCase() === name) delete headers[other];
  headers[name] = value;
}
