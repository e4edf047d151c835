import { z } from 'zod';

/** Which shop: the name before `.myshopify.com`, one label of a host. */
export const settings = z.strictObject({
  shop: z
    .string()
    .overwrite((typed) =>
      typed
        .trim()
        .toLowerCase()
        .replace(/^https:\/\//, '')
        .replace(/\.myshopify\.com\/?$/, ''),
    )
    .regex(/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/, 'That is no shop name: letters, digits and hyphens.')
    .meta({ title: 'Shop', examples: ['fernhill-studio'] })
    .describe('The name before .myshopify.com in the address of your shop'),
});
