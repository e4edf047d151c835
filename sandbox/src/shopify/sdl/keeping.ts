/** Products, customers and stock. */
export const keeping = `
type Product implements Node @access(any: ["read_products"]) {
  createdAt: DateTime!
  descriptionHtml: HTML!
  handle: String!
  id: ID!
  metafield(key: String!, namespace: String): Metafield
  priceRangeV2: ProductPriceRangeV2!
  productType: String!
  status: ProductStatus!
  tags: [String!]!
  title: String!
  totalInventory: Int!
  updatedAt: DateTime!
  variants(after: String, first: Int, reverse: Boolean = false): ProductVariantConnection!
  vendor: String!
}
type ProductPriceRangeV2 @access(any: ["read_products"]) { maxVariantPrice: MoneyV2! minVariantPrice: MoneyV2! }
type ProductVariant implements Node @access(any: ["read_products"]) {
  barcode: String
  displayName: String!
  id: ID!
  inventoryItem: InventoryItem!
  inventoryQuantity: Int
  position: Int!
  price: Money!
  product: Product!
  sku: String
  title: String!
}
type ProductConnection { edges: [ProductEdge!]! nodes: [Product!]! pageInfo: PageInfo! }
type ProductEdge { cursor: String! node: Product! }
type ProductVariantConnection { nodes: [ProductVariant!]! pageInfo: PageInfo! }
enum ProductStatus { ACTIVE ARCHIVED DRAFT UNLISTED }
input ProductCreateInput { descriptionHtml: String handle: String metafields: [MetafieldInput!] productType: String status: ProductStatus tags: [String!] title: String vendor: String }
input ProductUpdateInput { descriptionHtml: String handle: String id: ID metafields: [MetafieldInput!] productType: String status: ProductStatus tags: [String!] title: String vendor: String }
input ProductDeleteInput { id: ID! }
input ProductVariantsBulkInput { barcode: String id: ID price: Money }
type ProductCreatePayload { product: Product shop: Shop! userErrors: [UserError!]! }
type ProductUpdatePayload { product: Product userErrors: [UserError!]! }
type ProductDeletePayload { deletedProductId: ID shop: Shop! userErrors: [UserError!]! }
type ProductVariantsBulkUpdatePayload { product: Product productVariants: [ProductVariant!] userErrors: [ProductVariantsBulkUpdateUserError!]! }
type ProductVariantsBulkUpdateUserError implements DisplayableError @access(any: ["read_products"]) { code: ProductVariantsBulkUpdateUserErrorCode field: [String!] message: String! }
enum ProductVariantsBulkUpdateUserErrorCode { INVALID_VALUE PRODUCT_DOES_NOT_EXIST PRODUCT_VARIANT_DOES_NOT_EXIST PRODUCT_VARIANT_ID_MISSING }

type Customer implements Node @access(any: ["read_customers"]) {
  amountSpent: MoneyV2!
  createdAt: DateTime!
  defaultAddress: MailingAddress
  defaultEmailAddress: CustomerEmailAddress
  defaultPhoneNumber: CustomerPhoneNumber
  displayName: String!
  firstName: String
  id: ID!
  lastName: String
  metafield(key: String!, namespace: String): Metafield
  note: String
  numberOfOrders: UnsignedInt64!
  orders(after: String, first: Int, reverse: Boolean = false): OrderConnection!
  tags: [String!]!
  updatedAt: DateTime!
}
type CustomerEmailAddress @access(any: ["read_customers"]) { emailAddress: String! }
type CustomerPhoneNumber @access(any: ["read_customers"]) { phoneNumber: String! }
type CustomerConnection { edges: [CustomerEdge!]! nodes: [Customer!]! pageInfo: PageInfo! }
type CustomerEdge { cursor: String! node: Customer! }
input CustomerInput { addresses: [MailingAddressInput!] email: String firstName: String id: ID lastName: String metafields: [MetafieldInput!] note: String phone: String tags: [String!] }
input MailingAddressInput { address1: String city: String company: String countryCode: CountryCode firstName: String lastName: String phone: String zip: String }
input CustomerDeleteInput { id: ID! }
type CustomerCreatePayload { customer: Customer userErrors: [UserError!]! }
type CustomerUpdatePayload { customer: Customer userErrors: [UserError!]! }
type CustomerDeletePayload { deletedCustomerId: ID shop: Shop! userErrors: [UserError!]! }

type Location implements Node @access(any: ["read_locations", "read_inventory"]) {
  address: LocationAddress! @access(any: ["read_locations"])
  fulfillsOnlineOrders: Boolean! @access(any: ["read_locations"])
  id: ID! @access(any: ["read_locations", "read_inventory"])
  isActive: Boolean! @access(any: ["read_locations"])
  name: String! @access(any: ["read_locations"])
}
type LocationAddress { address1: String city: String country: String countryCode: String zip: String }
type LocationConnection { nodes: [Location!]! pageInfo: PageInfo! }
type InventoryItem implements Node @access(any: ["read_inventory", "read_products"]) {
  id: ID!
  inventoryLevel(includeInactive: Boolean = false, locationId: ID!): InventoryLevel @access(any: ["read_inventory"])
  inventoryLevels(after: String, first: Int, reverse: Boolean = false): InventoryLevelConnection! @access(any: ["read_inventory"])
  sku: String
  tracked: Boolean!
  updatedAt: DateTime!
}
type InventoryItemConnection { nodes: [InventoryItem!]! pageInfo: PageInfo! }
type InventoryLevelConnection { nodes: [InventoryLevel!]! pageInfo: PageInfo! }
type InventoryLevel implements Node @access(any: ["read_inventory"]) {
  id: ID!
  isActive: Boolean!
  item: InventoryItem!
  location: Location!
  quantities(names: [String!]!): [InventoryQuantity!]!
  updatedAt: DateTime!
}
type InventoryQuantity implements Node @access(any: ["read_inventory"]) { id: ID! name: String! quantity: Int! updatedAt: DateTime }
input InventoryAdjustQuantitiesInput { changes: [InventoryChangeInput!]! name: String! reason: String! referenceDocumentUri: String }
input InventoryChangeInput { changeFromQuantity: Int delta: Int! inventoryItemId: ID! ledgerDocumentUri: String locationId: ID! }
input InventorySetQuantitiesInput { name: String! quantities: [InventoryQuantityInput!]! reason: String! referenceDocumentUri: String }
input InventoryQuantityInput { changeFromQuantity: Int inventoryItemId: ID! locationId: ID! quantity: Int! }
type InventoryAdjustmentGroup implements Node @access(any: ["read_inventory"]) {
  changes(inventoryItemIds: [ID!], locationIds: [ID!], quantityNames: [String!]): [InventoryChange!]!
  createdAt: DateTime!
  id: ID!
  reason: String!
  referenceDocumentUri: String
}
type InventoryChange @access(any: ["read_inventory"]) { delta: Int! item: InventoryItem location: Location name: String! quantityAfterChange: Int }
type InventoryAdjustQuantitiesPayload { inventoryAdjustmentGroup: InventoryAdjustmentGroup userErrors: [InventoryAdjustQuantitiesUserError!]! }
type InventorySetQuantitiesPayload { inventoryAdjustmentGroup: InventoryAdjustmentGroup userErrors: [InventorySetQuantitiesUserError!]! }
type InventoryAdjustQuantitiesUserError implements DisplayableError { code: InventoryAdjustQuantitiesUserErrorCode field: [String!] message: String! }
type InventorySetQuantitiesUserError implements DisplayableError { code: InventorySetQuantitiesUserErrorCode field: [String!] message: String! }
enum InventoryAdjustQuantitiesUserErrorCode { CHANGE_FROM_QUANTITY_STALE IDEMPOTENCY_KEY_PARAMETER_MISMATCH INVALID_INVENTORY_ITEM INVALID_LOCATION INVALID_QUANTITY_NAME INVALID_QUANTITY_TOO_HIGH INVALID_QUANTITY_TOO_LOW INVALID_REASON INVALID_REFERENCE_DOCUMENT }
enum InventorySetQuantitiesUserErrorCode { CHANGE_FROM_QUANTITY_STALE IDEMPOTENCY_KEY_PARAMETER_MISMATCH INVALID_INVENTORY_ITEM INVALID_LOCATION INVALID_NAME INVALID_QUANTITY_NEGATIVE INVALID_QUANTITY_TOO_HIGH INVALID_REASON INVALID_REFERENCE_DOCUMENT }
`;
