import { z } from 'zod';

/** Addresses that a person may paste instead: of the admin, and of the shop's own host, with whatever page was open. */
const pasted = [
  /^(?:https:\/\/)?admin\.shopify\.com\/store\/([^/?#]+)(?:[/?#].*)?$/,
  /^(?:https:\/\/)?([^/?#.]+)\.myshopify\.com(?:[/?#].*)?$/,
];

/** Which shop: the name before `.myshopify.com`, one label of a host. */
export const settings = z.strictObject({
  shop: z
    .string()
    .overwrite((typed) => {
      const said = typed.trim().toLowerCase();
      return pasted.map((address) => address.exec(said)?.[1]).find((name) => name !== undefined) ?? said;
    })
    .regex(/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/, 'That is no shop name: letters, digits and hyphens.')
    .meta({ title: 'Shop', examples: ['fernhill-studio'] })
    .describe('The name before .myshopify.com in the address of your shop, or the address of its admin'),
});
