import { z } from 'zod';

const address = z
  .string()
  .trim()
  .max(500)
  .regex(/^https:\/\/[^\s?#@\\]+$/, 'An address that begins with https://');
const endpoint = z
  .string()
  .trim()
  .max(500)
  .regex(/^https:\/\/[^\s#@\\]+$/, 'An address that begins with https://')
  .optional();
const pointer = z.string().trim().max(100).regex(/^\//, 'A JSON pointer, such as /sub');

/** Where a service nobody declared is: its issuer, or its endpoints by hand; and where its API is. */
export const settings = z.object({
  baseUrl: address
    .overwrite((url) => url.replace(/\/+$/, ''))
    .describe('Address of the API; paths of calls are put behind it, such as https://api.example.com/v1'),
  issuer: address
    .optional()
    .describe(
      'Issuer, where the service describes itself (OpenID Connect); the endpoints are then found by themselves',
    ),
  scopes: z
    .string()
    .trim()
    .max(1_000)
    .regex(/^[\x21-\x7e]*(?: [\x21-\x7e]+)*$/, 'Scopes with one space between them')
    .default('')
    .describe('Scopes to ask for, separated by spaces; with openid the service proves who you are'),
  authorizationEndpoint: endpoint.describe('Authorization endpoint, where there is no issuer'),
  tokenEndpoint: endpoint.describe('Token endpoint, where there is no issuer'),
  identityEndpoint: endpoint.describe('Address that answers with your account as JSON, where the issuer names none'),
  identitySubject: pointer.default('/sub').describe('Where your stable id stands in that answer'),
  identityName: pointer.default('/name').describe('Where your name stands in that answer'),
  identityEmail: pointer.default('/email').describe('Where your mail address stands in that answer'),
  revocationEndpoint: endpoint.describe('Revocation endpoint (RFC 7009), where there is one and no issuer'),
  jwksUri: endpoint.describe('Keys of the issuer, where it does not describe itself'),
  clientAuth: z
    .enum(['client_secret_basic', 'client_secret_post', 'none'])
    .optional()
    .describe('How the client proves itself at the token endpoint; as the issuer says unless told'),
  issParameter: z.enum(['true', 'false']).optional().describe('Whether callbacks name the issuer (RFC 9207)'),
});
