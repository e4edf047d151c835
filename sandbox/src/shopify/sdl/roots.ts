/** What can be asked and done, of the GraphQL Admin API 2026-10. `@access` names scopes of which one suffices. */
export const roots = `
directive @idempotent(key: String!) on FIELD
directive @access(any: [String!]!) on OBJECT | FIELD_DEFINITION
schema { query: QueryRoot mutation: Mutation }
scalar DateTime
scalar Decimal
scalar HTML
scalar Money
scalar UnsignedInt64
scalar URL

type QueryRoot {
  shop: Shop!
  customer(id: ID!): Customer
  customers(after: String, first: Int, query: String, reverse: Boolean = false, sortKey: CustomerSortKeys = ID): CustomerConnection!
  draftOrder(id: ID!): DraftOrder
  draftOrders(after: String, first: Int, query: String, reverse: Boolean = false, sortKey: DraftOrderSortKeys = ID): DraftOrderConnection!
  inventoryItem(id: ID!): InventoryItem
  inventoryItems(after: String, first: Int, query: String, reverse: Boolean = false): InventoryItemConnection!
  job(id: ID!): Job
  location(id: ID): Location
  locations(after: String, first: Int, includeInactive: Boolean = false, reverse: Boolean = false, sortKey: LocationSortKeys = NAME): LocationConnection!
  order(id: ID!): Order
  orders(after: String, first: Int, query: String, reverse: Boolean = false, sortKey: OrderSortKeys = PROCESSED_AT): OrderConnection!
  product(id: ID!): Product
  products(after: String, first: Int, query: String, reverse: Boolean = false, sortKey: ProductSortKeys = ID): ProductConnection!
  productVariant(id: ID!): ProductVariant
  productVariants(after: String, first: Int, query: String, reverse: Boolean = false, sortKey: ProductVariantSortKeys = ID): ProductVariantConnection!
}

type Mutation {
  customerCreate(input: CustomerInput!): CustomerCreatePayload @access(any: ["write_customers"])
  customerDelete(input: CustomerDeleteInput!): CustomerDeletePayload @access(any: ["write_customers"])
  customerUpdate(input: CustomerInput!): CustomerUpdatePayload @access(any: ["write_customers"])
  draftOrderCreate(input: DraftOrderInput!): DraftOrderCreatePayload @access(any: ["write_draft_orders"])
  draftOrderDelete(input: DraftOrderDeleteInput!): DraftOrderDeletePayload @access(any: ["write_draft_orders"])
  fulfillmentCancel(id: ID!): FulfillmentCancelPayload
  fulfillmentCreate(fulfillment: FulfillmentInput!, message: String): FulfillmentCreatePayload @access(any: ["write_merchant_managed_fulfillment_orders"])
  inventoryAdjustQuantities(input: InventoryAdjustQuantitiesInput!): InventoryAdjustQuantitiesPayload @access(any: ["write_inventory"])
  inventorySetQuantities(input: InventorySetQuantitiesInput!): InventorySetQuantitiesPayload @access(any: ["write_inventory"])
  orderCancel(notifyCustomer: Boolean = false, orderId: ID!, reason: OrderCancelReason!, refundMethod: OrderCancelRefundMethodInput, restock: Boolean!, staffNote: String = null): OrderCancelPayload @access(any: ["write_orders"])
  orderUpdate(input: OrderInput!): OrderUpdatePayload @access(any: ["write_orders"])
  productCreate(product: ProductCreateInput): ProductCreatePayload @access(any: ["write_products"])
  productDelete(input: ProductDeleteInput!, synchronous: Boolean = true): ProductDeletePayload @access(any: ["write_products"])
  productUpdate(product: ProductUpdateInput): ProductUpdatePayload @access(any: ["write_products"])
  productVariantsBulkUpdate(allowPartialUpdates: Boolean = false, productId: ID!, variants: [ProductVariantsBulkInput!]!): ProductVariantsBulkUpdatePayload @access(any: ["write_products"])
  tagsAdd(id: ID!, tags: [String!]!): TagsAddPayload
  tagsRemove(id: ID!, tags: [String!]!): TagsRemovePayload
}

interface Node { id: ID! }
interface DisplayableError { field: [String!] message: String! }
type UserError implements DisplayableError { field: [String!] message: String! }
type PageInfo { endCursor: String hasNextPage: Boolean! hasPreviousPage: Boolean! startCursor: String }
type MoneyV2 { amount: Decimal! currencyCode: CurrencyCode! }
type MoneyBag { presentmentMoney: MoneyV2! shopMoney: MoneyV2! }
type Job { done: Boolean! id: ID! }
type TagsAddPayload { node: Node userErrors: [UserError!]! }
type TagsRemovePayload { node: Node userErrors: [UserError!]! }
type Metafield implements Node { id: ID! key: String! namespace: String! type: String! value: String! }
type Shop implements Node { currencyCode: CurrencyCode! email: String! id: ID! myshopifyDomain: String! name: String! shopOwnerName: String! url: URL! }
input MetafieldInput { id: ID key: String namespace: String type: String value: String }
enum CurrencyCode { EUR GBP USD }
enum CountryCode { DE FI GB GR IT JP LB NL US }
enum CustomerSortKeys { CREATED_AT ID LOCATION NAME RELEVANCE UPDATED_AT }
enum DraftOrderSortKeys { CUSTOMER_NAME ID NUMBER RELEVANCE STATUS TOTAL_PRICE UPDATED_AT }
enum LocationSortKeys { ID NAME RELEVANCE }
enum OrderSortKeys { CREATED_AT ID ORDER_NUMBER PROCESSED_AT TOTAL_PRICE UPDATED_AT }
enum ProductSortKeys { CREATED_AT ID TITLE UPDATED_AT VENDOR }
enum ProductVariantSortKeys { ID SKU TITLE }
`;
