/** A shop of the sandbox and whose it is; all of them are invented. */
export interface ShopAccount {
  readonly id: string;
  /** Before `.myshopify.com`. */
  readonly shop: string;
  readonly title: string;
  readonly name: string;
  readonly email: string;
  /** Added to every id of this shop, as ids are never twice at Shopify. */
  readonly firstId: number;
  readonly products: readonly string[];
  readonly orders: readonly number[];
}

const everything = ['tidechart', 'harbourmap', 'notebook', 'tote', 'pins', 'workshop'];

export const shops: readonly ShopAccount[] = [
  {
    id: 'shop-fernhill-studio',
    shop: 'fernhill-studio',
    title: 'Fernhill Studio',
    name: 'Ada Marsh',
    email: 'ada.marsh.demo@gmail.com',
    firstId: 0,
    products: everything,
    orders: [1001, 1002, 1003, 1004, 1005, 1006],
  },
  {
    id: 'shop-harbor-and-pine',
    shop: 'harbor-and-pine',
    title: 'Harbor & Pine',
    name: 'Ada Marsh',
    email: 'ada.marsh.demo@gmail.com',
    firstId: 100_000,
    products: ['tote', 'pins', 'notebook'],
    orders: [1004],
  },
  {
    id: 'shop-weld-prints',
    shop: 'weld-prints',
    title: 'Weld Prints',
    name: 'Jonas Weld',
    email: 'jonas.weld.demo@gmail.com',
    firstId: 200_000,
    products: ['tidechart', 'harbourmap'],
    orders: [1001, 1005],
  },
];

export const originOf = ({ shop }: ShopAccount): string => `https://${shop}.myshopify.com`;
export const titleOf = ({ name, title }: ShopAccount): string => `${name}, ${title}`;
export const shopAt = (origin: string): ShopAccount | undefined => shops.find((shop) => originOf(shop) === origin);
