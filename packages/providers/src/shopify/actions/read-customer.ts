import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { Customer, fetchCustomer } from '../customers.ts';
import { customerId } from '../fields.ts';

export const readCustomer = defineAction({
  name: 'read_customer',
  title: 'Read a customer',
  description: 'Reads one customer: addresses, notes, how many orders and how much was spent.',
  effect: 'read',
  idempotent: true,
  needs: ['customers.read'],
  phrases: ['show customer {customerId}'],
  input: z.strictObject({ customerId }),
  output: Customer,

  /** @see https://shopify.dev/docs/api/admin-graphql/2026-10/queries/customer */
  run: (context, { customerId: id }) => fetchCustomer(context, id),

  examples: [{ input: { customerId: 'gid://shopify/Customer/3001' } }],
});
