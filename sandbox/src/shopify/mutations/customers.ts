import { done, newId, userError, type Context } from '../context.ts';
import { idOf, type Customer } from '../model.ts';
import { shopView } from '../queries.ts';
import { customerView } from '../views/order.ts';
import { metafieldsOf, type MetafieldInput } from './metafields.ts';
import { unique } from './orders.ts';

interface CustomerInput {
  readonly id?: string | null;
  readonly firstName?: string | null;
  readonly lastName?: string | null;
  readonly email?: string | null;
  readonly phone?: string | null;
  readonly note?: string | null;
  readonly tags?: readonly string[] | null;
  readonly addresses?: readonly { company?: string | null; city?: string | null; countryCode?: string | null }[] | null;
  readonly metafields?: readonly MetafieldInput[] | null;
}

/** What can be done with customers. */
export const customerMutations = {
  customerCreate({ input }: { input: CustomerInput }, context: Context) {
    const failed = (field: string | null, message: string) => ({ customer: null, ...userError(field, message) });
    const { firstName = null, lastName = null, email = null, phone = null, addresses } = input;
    if (!firstName && !lastName && !email && !phone)
      return failed(null, 'A name, phone number, or email address must be present');
    const wrong = wrongContact(context, input);
    if (wrong) return failed(...wrong);
    const [address] = addresses ?? [];
    const customer: Customer = {
      id: newId(context),
      createdAt: context.now,
      updatedAt: context.now,
      metafields: metafieldsOf(context, input.metafields),
      firstName,
      lastName,
      email: email?.toLowerCase() ?? null,
      phone,
      note: input.note ?? null,
      tags: unique(input.tags ?? []),
      address: address
        ? {
            id: newId(context),
            company: address.company ?? null,
            city: address.city ?? null,
            country: address.countryCode ?? null,
          }
        : null,
    };
    context.shop.customers.push(customer);
    return { customer: customerView(context, customer), ...done };
  },

  customerUpdate({ input }: { input: CustomerInput }, context: Context) {
    const customer = context.shop.customers.find(({ id }) => id === idOf('Customer', input.id ?? ''));
    if (!customer) return { customer: null, ...userError('id', 'Customer does not exist') };
    const wrong = wrongContact(context, input, customer);
    if (wrong) return { customer: null, ...userError(...wrong) };
    const { firstName, lastName, email, phone, note, tags } = input;
    const given = { firstName, lastName, email, phone, note, tags: tags && unique(tags) };
    Object.assign(customer, Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)));
    customer.updatedAt = context.now;
    return { customer: customerView(context, customer), ...done };
  },

  customerDelete({ input: { id } }: { input: { id: string } }, context: Context) {
    const { shop } = context;
    const found = shop.customers.find((customer) => customer.id === idOf('Customer', id));
    const failed = (message: string) => ({
      deletedCustomerId: null,
      shop: shopView(shop),
      ...userError('id', message),
    });
    if (!found) return failed("Customer can't be found");
    if (shop.orders.some(({ customerId }) => customerId === found.id))
      return failed('Customer can’t be deleted because they have associated orders');
    shop.customers = shop.customers.filter((customer) => customer !== found);
    return { deletedCustomerId: id, shop: shopView(shop), ...done };
  },
};

function wrongContact(
  { shop }: Context,
  { email, phone }: CustomerInput,
  self?: Customer,
): [field: string, message: string] | undefined {
  const others = shop.customers.filter((one) => one !== self);
  if (email && !/^\S+@\S+\.\S+$/.test(email)) return ['email', 'Email is invalid'];
  if (email && others.some((one) => one.email === email.toLowerCase()))
    return ['email', 'Email has already been taken'];
  if (phone && !/^\+?[\d ().-]{7,20}$/.test(phone)) return ['phone', 'Phone is invalid'];
  if (phone && others.some((one) => one.phone === phone)) return ['phone', 'Phone has already been taken'];
  return undefined;
}
