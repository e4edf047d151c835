import type { OAuth2Declaration } from '@switchboard/provider-kit';

/** What a person lets the hub do in the shop; Shopify counts the reading scope into the writing one. */
export const features = {
  'orders.read': {
    title: 'See orders',
    description: 'See the orders of the last 60 days, what was bought and where it goes.',
    scopes: ['read_orders'],
  },
  'orders.write': {
    title: 'Handle orders',
    description: 'Note, tag, send out and cancel orders and write draft orders, each time after your yes.',
    scopes: ['write_orders', 'write_draft_orders', 'write_merchant_managed_fulfillment_orders'],
    includes: ['orders.read'],
  },
  'products.read': {
    title: 'See products',
    description: 'See products, their variants, prices and how many there are.',
    scopes: ['read_products'],
  },
  'products.write': {
    title: 'Change products',
    description: 'Add and change products and prices, each time after your yes.',
    scopes: ['write_products'],
    includes: ['products.read'],
  },
  'customers.read': {
    title: 'See customers',
    description: 'See the names, addresses and notes of the customers.',
    scopes: ['read_customers'],
  },
  'customers.write': {
    title: 'Change customers',
    description: 'Add customers and change what is known of them, each time after your yes.',
    scopes: ['write_customers'],
    includes: ['customers.read'],
  },
  'inventory.read': {
    title: 'See stock',
    description: 'See the places of the shop and how much of each article is there.',
    scopes: ['read_inventory', 'read_locations'],
  },
  'inventory.write': {
    title: 'Change stock',
    description: 'Count stock up, down or anew, each time after your yes.',
    scopes: ['write_inventory', 'read_locations'],
    includes: ['inventory.read'],
  },
} satisfies OAuth2Declaration['features'];
