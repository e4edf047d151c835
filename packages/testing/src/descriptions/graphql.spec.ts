import { expect, test } from '@jest/globals';
import { buildSchema, introspectionFromSchema } from 'graphql';
import { graphqlOf } from './graphql.ts';
import type { GraphqlIntrospection } from './graphql/introspection.ts';

const sdl = `
  directive @idempotent(key: String!) on FIELD
  scalar Decimal
  scalar DateTime
  enum Status { OPEN CLOSED }
  interface Node { id: ID! }
  type Order implements Node { id: ID! name: String total: Decimal! status: Status! lines(first: Int!): [Line!]! customer: Customer }
  type Line { title: String! quantity: Int! }
  type Customer implements Node { id: ID! email: String }
  input OrderInput { id: ID! note: String at: DateTime }
  type Changed { order: Order errors: [Problem!]! }
  type Problem { message: String! }
  type Query { order(id: ID!): Order node(id: ID!): Node }
  type Mutation {
    orderUpdate(input: OrderInput!): Changed
    "As of version \`2026-04\`, the idempotency key is required."
    stockAdjust(by: Int!): Changed
  }
`;
const introspection = JSON.parse(JSON.stringify(introspectionFromSchema(buildSchema(sdl)))) as {
  __schema: {
    types: { name: string; requiredAccess?: string; fields?: { name: string; requiredAccess?: string }[] }[];
  };
};
const typeOf = (name: string) => introspection.__schema.types.find((type) => type.name === name)!;
typeOf('Order').requiredAccess = '`read_orders` access scope or `read_sales` access scope. Also: `view` permission.';
typeOf('Customer').requiredAccess = '`read_customers` access scope.';
typeOf('Mutation').fields!.find(({ name }) => name === 'orderUpdate')!.requiredAccess = '`write_orders` access scope.';

const endpoint = /^https:\/\/[a-z]+\.shop\.test\/graphql\.json$/;
const description = graphqlOf(introspection as GraphqlIntrospection, { name: 'Shop', endpoint, version: '2026-07' });
const ask = (query: string, variables?: unknown, address = 'https://ada.shop.test/graphql.json') => ({
  method: 'POST',
  url: new URL(address),
  headers: { 'content-type': 'application/json' },
  body: Buffer.from(JSON.stringify({ query, variables })),
});
const orderQuery =
  'query ($id: ID!) { order(id: $id) { id total status lines(first: 2) { title quantity } customer { email } } }';
const update = 'mutation ($input: OrderInput!) { orderUpdate(input: $input) { order { id } errors { message } } }';
const order = { id: 'gid://1', total: '9.50', status: 'OPEN', lines: [{ title: 'Cup', quantity: 1 }], customer: null };
const answered = (query: string, body: unknown) =>
  description.answerFindings(ask(query), { status: 200, headers: {}, body: Buffer.from(JSON.stringify(body)) });

test('an operation is known by its root fields, at the endpoint only', () => {
  expect(description.covers(ask(orderQuery))).toBe('query order');
  expect(description.operationCount).toBe(4);
  expect(description.findings(ask(orderQuery, { id: '1' }, 'https://ada.shop.test/other.json'))).toEqual([
    'no operation for POST https://ada.shop.test/other.json',
  ]);
});

test.each([
  [orderQuery, { id: 'gid://1' }],
  [update, { input: { id: 'gid://1', note: null, at: '2026-11-21T10:00:00Z' } }],
  ['mutation { stockAdjust(by: 1) @idempotent(key: "k") { order { id } } }', undefined],
])('%s with %j fits', (query, variables) => {
  expect(description.findings(ask(query, variables))).toEqual([]);
});

test.each([
  ['{ order(id: 1) { nme } }', {}, 'Cannot query field "nme" on type "Order"'],
  ['{ ordr { id } }', {}, 'Cannot query field "ordr" on type "Query"'],
  ['{ order(id: 1) }', {}, 'must have a selection of subfields'],
  ['{ order(id: 1) { id }', {}, 'Syntax Error'],
  [orderQuery, {}, 'Variable "$id" of required type "ID!" was not provided'],
  [orderQuery, { id: '1', more: 1 }, 'unknown variable more'],
  [update, { input: { id: '1', nte: 'x' } }, 'Field "nte" is not defined'],
  [update, { input: { id: '1', at: 'today' } }, '"today" is no DateTime'],
  ['mutation { stockAdjust(by: 1) { order { id } } }', {}, 'needs the @idempotent directive'],
])('%s with %j is found', (query, variables, finding) => {
  expect(description.findings(ask(query, variables)).join('\n')).toContain(finding);
});

test('scopes are those of the fields asked for and the types they are asked of; writing includes reading', () => {
  const sets = (query: string) => description.scopesOf(ask(query))?.map((set) => set.toSorted().join('+'));

  expect(sets('{ order(id: 1) { id } }')).toEqual(['read_orders', 'write_orders', 'read_sales', 'write_sales']);
  expect(sets(orderQuery)).toContain('read_customers+read_orders');
  expect(sets(update)).toEqual(['write_orders']);
  expect(sets('mutation { stockAdjust(by: 1) @idempotent(key: "k") { errors { message } } }')).toBeUndefined();
});

test.each([
  [orderQuery, { data: { order } }],
  [orderQuery, { data: { order: null }, errors: [{ message: 'Not there' }], extensions: { cost: {} } }],
  ['{ node(id: 1) { __typename id ... on Order { total } } }', { data: { node: { __typename: 'Customer', id: '1' } } }],
  ['{ first: order(id: 1) { ...few } } fragment few on Order { id }', { data: { first: { id: '1' } } }],
])('for %s the answer %j fits', (query, body) => {
  expect(answered(query, body)).toEqual([]);
});

test.each([
  [{ order: { ...order, total: 9.5 } }, 'order.total: no Decimal'],
  [{ order: { ...order, total: null } }, 'order.total: is null'],
  [{ order: { ...order, status: 'LOST' } }, 'order.status: LOST is no Status'],
  [{ order: { ...order, lines: [null] } }, 'order.lines[0]: is null'],
  [{ order: { ...order, lines: [{ title: 'Cup', quantity: 1.5 }] } }, 'order.lines[0].quantity: no Int'],
  [{ order: { ...order, name: 'more' } }, 'order: name was not asked for'],
  [{ order: { ...order, customer: undefined } }, 'order.customer: is missing'],
  [{}, 'order: is missing'],
])('the answer %j is found', (data, finding) => {
  expect(answered(orderQuery, { data })).toEqual([`query order answer.${finding}`]);
});

test('an object of another type, and one with the fields of another, are found', () => {
  const query = '{ node(id: 1) { __typename id ... on Order { total } } }';

  expect(answered(query, { data: { node: { __typename: 'Line', id: '1' } } })).toEqual([
    'query node answer.node: Line is no Node',
  ]);
  expect(answered(query, { data: { node: { __typename: 'Order', id: '1' } } })).toEqual([
    'query node answer.node.total: is missing',
  ]);
});
