import { z } from 'zod';

/** Where the API is. */
export const settings = z.object({
  baseUrl: z
    .string()
    .trim()
    .max(200)
    .regex(/^https?:\/\/[^\s?#@\\]+$/, 'An address that begins with https://')
    .overwrite((address) => address.replace(/\/+$/, ''))
    .default('https://api.openai.com/v1')
    .describe('Address of the API, up to and with its version, such as https://api.openai.com/v1'),
});
