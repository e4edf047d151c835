import { z } from 'zod';
import { apiAddress } from '../shared/api-address.ts';

/** Where the API is. */
export const settings = z.object({
  baseUrl: apiAddress()
    .default('https://api.openai.com/v1')
    .describe('Address of the API, up to and with its version, such as https://api.openai.com/v1'),
});
