import { z } from 'zod';
import { apiAddress } from '../shared/api-address.ts';

/** Where the API is, and what to ask to see that a key works. */
export const settings = z.object({
  baseUrl: apiAddress().describe(
    'Address of the API; paths of calls are put behind it, such as https://api.example.com/v1',
  ),
  checkPath: z
    .string()
    .trim()
    .max(200)
    .regex(/^\/[\w\-./~%?=&+:@!$,]*$/, 'A path that begins with /')
    .refine((path) => !/\/\/|\/\.{1,2}(?:\/|$)|%2e|%2f|%5c/i.test(path), 'A path without dots or empty parts')
    .default('/')
    .describe('A path that answers 200 to a good key and refuses a bad one, such as /me'),
});

const token = /^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,64}$/;

/** The name of the header, and what stands before the key in it. */
export const inHeader = z.object({
  headerName: z
    .string()
    .trim()
    .regex(token, 'The name of a header')
    .refine((name) => !forbidden.has(name.toLowerCase()), 'This header cannot be set')
    .default('Authorization')
    .describe('Header that carries the key, such as Authorization or X-Api-Key'),
  prefix: z
    .string()
    .max(32)
    .regex(/^[\x20-\x7e]*$/, 'Plain characters')
    .default('Bearer ')
    .describe('What stands before the key in the header, with its space; empty for the key alone'),
});

/** Headers of the connection itself. */
const forbidden = new Set(
  [
    'host',
    'cookie',
    'connection',
    'content-length',
    'content-type',
    'transfer-encoding',
    'te',
    'trailer',
    'upgrade',
    'expect',
  ].concat(['keep-alive', 'proxy-authorization', 'accept-encoding']),
);

export const inQuery = z.object({
  parameter: z
    .string()
    .trim()
    .regex(/^[\w.~-]{1,64}$/, 'The name of a parameter')
    .default('api_key')
    .describe('Query parameter that carries the key'),
});

export const asPassword = z.object({
  user: z
    .string()
    .max(128)
    .regex(/^[^:\p{Cc}]*$/u, 'A name without a colon')
    .default('')
    .describe('User name; the key is the password'),
});
