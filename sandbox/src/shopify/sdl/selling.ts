const sends = '@access(any: ["read_merchant_managed_fulfillment_orders"])';
const parcels = '@access(any: ["read_orders", "read_merchant_managed_fulfillment_orders"])';

/** Orders, what is sent of them, and drafts. */
export const selling = `
type Order implements Node @access(any: ["read_orders"]) {
  cancelReason: OrderCancelReason
  cancelledAt: DateTime
  closed: Boolean!
  closedAt: DateTime
  createdAt: DateTime!
  currencyCode: CurrencyCode!
  customer: Customer
  displayFinancialStatus: OrderDisplayFinancialStatus
  displayFulfillmentStatus: OrderDisplayFulfillmentStatus!
  email: String
  fulfillmentOrders(after: String, first: Int, reverse: Boolean = false): FulfillmentOrderConnection!
  fulfillments(first: Int): [Fulfillment!]!
  id: ID!
  legacyResourceId: UnsignedInt64!
  lineItems(after: String, first: Int, reverse: Boolean = false): LineItemConnection!
  name: String!
  note: String
  processedAt: DateTime!
  shippingAddress: MailingAddress
  tags: [String!]!
  totalPriceSet: MoneyBag!
  updatedAt: DateTime!
}
type LineItem implements Node @access(any: ["read_orders"]) {
  id: ID!
  name: String!
  originalUnitPriceSet: MoneyBag!
  product: Product
  quantity: Int!
  sku: String
  title: String!
  unfulfilledQuantity: Int!
  variant: ProductVariant
  variantTitle: String
}
type MailingAddress implements Node { address1: String city: String company: String country: String countryCodeV2: CountryCode id: ID! name: String zip: String }
type OrderConnection { edges: [OrderEdge!]! nodes: [Order!]! pageInfo: PageInfo! }
type OrderEdge { cursor: String! node: Order! }
type LineItemConnection { nodes: [LineItem!]! pageInfo: PageInfo! }
enum OrderCancelReason { CUSTOMER DECLINED FRAUD INVENTORY OTHER STAFF }
enum OrderDisplayFinancialStatus { AUTHORIZED EXPIRED PAID PARTIALLY_PAID PARTIALLY_REFUNDED PENDING REFUNDED VOIDED }
enum OrderDisplayFulfillmentStatus { FULFILLED PARTIALLY_FULFILLED RESTOCKED UNFULFILLED }

type FulfillmentOrder implements Node ${sends} {
  assignedLocation: FulfillmentOrderAssignedLocation!
  id: ID!
  lineItems(after: String, first: Int, reverse: Boolean = false): FulfillmentOrderLineItemConnection!
  order: Order!
  orderName: String!
  status: FulfillmentOrderStatus!
  supportedActions: [FulfillmentOrderSupportedAction!]!
  updatedAt: DateTime!
}
type FulfillmentOrderAssignedLocation ${sends} { city: String countryCode: CountryCode! location: Location name: String! }
type FulfillmentOrderSupportedAction ${sends} { action: FulfillmentOrderAction! externalUrl: URL }
type FulfillmentOrderLineItem implements Node ${sends} {
  id: ID!
  inventoryItemId: ID
  lineItem: LineItem!
  productTitle: String!
  remainingQuantity: Int!
  sku: String
  totalQuantity: Int!
  variantTitle: String
}
type FulfillmentOrderConnection { nodes: [FulfillmentOrder!]! pageInfo: PageInfo! }
type FulfillmentOrderLineItemConnection { nodes: [FulfillmentOrderLineItem!]! pageInfo: PageInfo! }
enum FulfillmentOrderAction { CANCEL_FULFILLMENT_ORDER CREATE_FULFILLMENT HOLD MOVE }
enum FulfillmentOrderStatus { CANCELLED CLOSED INCOMPLETE IN_PROGRESS ON_HOLD OPEN SCHEDULED }
type Fulfillment implements Node ${parcels} {
  createdAt: DateTime!
  id: ID!
  name: String!
  order: Order!
  status: FulfillmentStatus!
  trackingInfo(first: Int): [FulfillmentTrackingInfo!]!
}
type FulfillmentTrackingInfo ${parcels} { company: String number: String url: URL }
enum FulfillmentStatus { CANCELLED ERROR FAILURE OPEN PENDING SUCCESS }

type DraftOrder implements Node @access(any: ["read_draft_orders"]) {
  createdAt: DateTime!
  customer: Customer
  email: String
  id: ID!
  invoiceUrl: URL
  lineItems(after: String, first: Int, reverse: Boolean = false): DraftOrderLineItemConnection!
  metafield(key: String!, namespace: String): Metafield
  name: String!
  note2: String
  status: DraftOrderStatus!
  tags: [String!]!
  totalPriceSet: MoneyBag!
  updatedAt: DateTime!
}
type DraftOrderLineItem implements Node @access(any: ["read_draft_orders"]) { custom: Boolean! id: ID! name: String! originalUnitPriceSet: MoneyBag! quantity: Int! sku: String title: String! }
type DraftOrderConnection { nodes: [DraftOrder!]! pageInfo: PageInfo! }
type DraftOrderLineItemConnection { nodes: [DraftOrderLineItem!]! pageInfo: PageInfo! }
enum DraftOrderStatus { COMPLETED INVOICE_SENT OPEN }

input OrderInput { email: String id: ID! note: String tags: [String!] }
type OrderUpdatePayload { order: Order userErrors: [UserError!]! }
input OrderCancelRefundMethodInput { originalPaymentMethodsRefund: Boolean }
type OrderCancelPayload { job: Job orderCancelUserErrors: [OrderCancelUserError!]! }
type OrderCancelUserError implements DisplayableError @access(any: ["read_orders"]) { code: OrderCancelUserErrorCode field: [String!] message: String! }
enum OrderCancelUserErrorCode { INTERNAL_ERROR INVALID NOT_FOUND NO_REFUND_PERMISSION }
input FulfillmentInput { lineItemsByFulfillmentOrder: [FulfillmentOrderLineItemsInput!]! notifyCustomer: Boolean = false trackingInfo: FulfillmentTrackingInput }
input FulfillmentOrderLineItemsInput { fulfillmentOrderId: ID! fulfillmentOrderLineItems: [FulfillmentOrderLineItemInput!] }
input FulfillmentOrderLineItemInput { id: ID! quantity: Int! }
input FulfillmentTrackingInput { company: String number: String numbers: [String!] url: URL urls: [URL!] }
type FulfillmentCreatePayload { fulfillment: Fulfillment userErrors: [UserError!]! }
type FulfillmentCancelPayload { fulfillment: Fulfillment userErrors: [UserError!]! }
input DraftOrderInput { customerId: ID email: String lineItems: [DraftOrderLineItemInput!] metafields: [MetafieldInput!] note: String tags: [String!] }
input DraftOrderLineItemInput { originalUnitPrice: Money quantity: Int! sku: String title: String variantId: ID }
type DraftOrderCreatePayload { draftOrder: DraftOrder userErrors: [UserError!]! }
input DraftOrderDeleteInput { id: ID! }
type DraftOrderDeletePayload { deletedId: ID userErrors: [UserError!]! }
`;
