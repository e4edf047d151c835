import { Contact } from '@switchboard/contracts';
import type { ActionContext } from '@switchboard/provider-kit';
import { z } from 'zod';
import { adminUrl, Money, MoneyV2 } from './fields.ts';
import { askFor } from './graphql.ts';

export const customerFields = `id displayName firstName lastName note tags numberOfOrders
  amountSpent { amount currencyCode } defaultEmailAddress { emailAddress } defaultPhoneNumber { phoneNumber }
  defaultAddress { company city countryCodeV2 }`;

const text = z.string().nullable();
export const ShopifyCustomer = z.object({
  id: z.string(),
  displayName: z.string(),
  firstName: text,
  lastName: text,
  note: text,
  tags: z.array(z.string()),
  numberOfOrders: z.union([z.string(), z.int().transform(String)]),
  amountSpent: MoneyV2,
  defaultEmailAddress: z.object({ emailAddress: z.string() }).nullable(),
  defaultPhoneNumber: z.object({ phoneNumber: z.string() }).nullable(),
  defaultAddress: z.object({ company: text, city: text, countryCodeV2: text }).nullable(),
});

export const Customer = Contact.extend({
  firstName: z.string(),
  lastName: z.string(),
  note: z.string(),
  tags: z.array(z.string()),
  orders: z.int(),
  spent: Money,
  url: z.url(),
});
export type Customer = z.infer<typeof Customer>;

export function shownCustomer(
  { settings }: Pick<ActionContext, 'settings'>,
  customer: z.output<typeof ShopifyCustomer>,
): Customer {
  const { defaultEmailAddress: mail, defaultPhoneNumber: phone, defaultAddress: address } = customer;
  return {
    id: customer.id,
    name: customer.displayName,
    firstName: customer.firstName ?? '',
    lastName: customer.lastName ?? '',
    emails: mail ? [mail.emailAddress] : [],
    phones: phone ? [phone.phoneNumber] : [],
    ...(address?.company ? { organization: address.company } : {}),
    note: customer.note ?? '',
    tags: customer.tags,
    orders: Number(customer.numberOfOrders),
    spent: customer.amountSpent,
    url: adminUrl(settings, 'customers', customer.id),
  };
}

const oneCustomer = `query OneCustomer($id: ID!) { found: customer(id: $id) { ${customerFields} } }`;

/** @throws HubError `not_found` where the shop has no such customer. */
export const fetchCustomer = async (context: ActionContext, id: string): Promise<Customer> =>
  shownCustomer(context, await askFor(context, oneCustomer, { id }, ShopifyCustomer));

/** First and last name of a whole one: the last word is the family's. */
export function namesOf(name: string): { firstName: string; lastName?: string } {
  const words = name.trim().split(/\s+/);
  return words.length > 1
    ? { firstName: words.slice(0, -1).join(' '), lastName: words.at(-1)! }
    : { firstName: words[0] ?? '' };
}
