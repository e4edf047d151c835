/** What the sandbox keeps of a shop; ids are numbers, times ISO 8601. */
export interface Shop {
  readonly id: number;
  readonly title: string;
  readonly domain: string;
  readonly email: string;
  readonly owner: string;
  nextId: number;
  readonly locations: { id: number; name: string; city: string; country: string }[];
  products: Product[];
  levels: Level[];
  customers: Customer[];
  orders: Order[];
  drafts: Draft[];
  /** What stock changes were done, by their idempotency key. */
  readonly keys: Record<string, { readonly asked: string; readonly group: StockGroup | null }>;
  readonly jobs: Record<string, boolean>;
}

interface Made {
  readonly id: number;
  readonly createdAt: string;
  updatedAt: string;
  /** Fields of apps, by namespace and key. */
  readonly metafields: Record<string, { id: number; type: string; value: string }>;
}

export interface Product extends Made {
  title: string;
  handle: string;
  descriptionHtml: string;
  vendor: string;
  productType: string;
  tags: string[];
  status: string;
  readonly variants: Variant[];
}

export interface Variant {
  readonly id: number;
  readonly itemId: number;
  readonly title: string;
  readonly sku: string | null;
  barcode: string | null;
  price: string;
  readonly tracked: boolean;
}

export interface Level {
  readonly itemId: number;
  readonly locationId: number;
  available: number;
  committed: number;
  incoming: number;
  updatedAt: string;
}

export interface Customer extends Made {
  firstName: string | null;
  lastName: string | null;
  email: string | null;
  phone: string | null;
  note: string | null;
  tags: string[];
  address: { id: number; company: string | null; city: string | null; country: string | null } | null;
}

export interface Line {
  readonly id: number;
  readonly variantId: number | null;
  readonly title: string;
  readonly variantTitle: string | null;
  readonly sku: string | null;
  readonly price: string;
  readonly quantity: number;
}

export interface Parcel {
  readonly id: number;
  readonly partId: number;
  readonly name: string;
  status: 'SUCCESS' | 'CANCELLED';
  readonly createdAt: string;
  readonly tracking: { company: string | null; number: string | null; url: string | null }[];
  readonly lines: { readonly lineId: number; readonly quantity: number }[];
}

export interface Order extends Made {
  readonly number: number;
  readonly customerId: number | null;
  email: string | null;
  note: string | null;
  tags: string[];
  financial: string;
  cancelledAt: string | null;
  cancelReason: string | null;
  readonly shipTo: { id: number; name: string; city: string | null; country: string | null };
  readonly lines: Line[];
  /** What is sent from one place each. */
  readonly parts: { readonly id: number; readonly locationId: number; readonly lineIds: number[] }[];
  readonly parcels: Parcel[];
}

export interface Draft extends Made {
  readonly number: number;
  readonly customerId: number | null;
  readonly email: string | null;
  readonly note: string | null;
  readonly tags: string[];
  readonly lines: Line[];
}

export interface StockGroup {
  readonly id: number;
  readonly createdAt: string;
  readonly reason: string;
  readonly uri: string | null;
  readonly changes: {
    readonly itemId: number;
    readonly locationId: number;
    readonly name: string;
    readonly delta: number;
    readonly after: number;
  }[];
}

export const gid = (type: string, id: number): string => `gid://shopify/${type}/${id}`;

/** The number in a global id of this type, else undefined. */
export const idOf = (type: string, id: string): number | undefined => {
  const found = new RegExp(`^gid://shopify/${type}/(\\d{1,15})$`).exec(id)?.[1];
  return found === undefined ? undefined : Number(found);
};

export const sumOf = (lines: readonly Pick<Line, 'price' | 'quantity'>[]): string =>
  (lines.reduce((cents, { price, quantity }) => cents + Math.round(Number(price) * 100) * quantity, 0) / 100).toFixed(
    2,
  );

/** How many of a line were sent. */
export const sentOf = ({ parcels }: Order, lineId: number): number =>
  parcels
    .filter(({ status }) => status === 'SUCCESS')
    .flatMap(({ lines }) => lines)
    .reduce((sum, line) => sum + (line.lineId === lineId ? line.quantity : 0), 0);
