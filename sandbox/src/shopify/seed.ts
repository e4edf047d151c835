import { orders, productBy, type SeedOrder } from '../seed/business.ts';
import { personBy } from '../seed/cast.ts';
import { momentAgo } from '../seed/projects.ts';
import type { Customer, Level, Line, Order, Product, Shop } from './model.ts';
import type { ShopAccount } from './shops.ts';

const cities: Readonly<Record<string, readonly [city: string, country: string]>> = {
  'lucia@oliveandsalt.example': ['Florence', 'IT'],
  'imogen.price@example.org': ['Leeds', 'GB'],
  'sara.whitlock@harborline.example': ['Rotterdam', 'NL'],
  'noor@quillworks.example': ['Beirut', 'LB'],
  'henrik@northpeak.example': ['Helsinki', 'FI'],
  'kenji@tidalmaps.example': ['Osaka', 'JP'],
};

/** A shop as it is on the first day: ids count up from 3001 (customers), 6001 (orders), 9001 (products), 40001 (variants). */
export function seedShop(account: ShopAccount, now: number): Shop {
  const { firstId } = account;
  const products = account.products.map((key, at) => productOf(key, firstId, at, now));
  const locations = [
    { id: firstId + 70_001, name: 'Studio, Canal Street', city: 'London', country: 'GB' },
    { id: firstId + 70_002, name: 'Harbour store room', city: 'Rotterdam', country: 'NL' },
  ];
  const chosen = orders.filter(({ number }) => account.orders.includes(number));
  const customers = chosen.map((order, at) => customerOf(order, firstId + 3001 + at, now));
  const shop: Shop = {
    id: firstId + 1001,
    title: account.title,
    domain: `${account.shop}.myshopify.com`,
    email: account.email,
    owner: account.name,
    nextId: firstId + 90_001,
    locations,
    products,
    levels: account.products.flatMap((key, at) => levelsOf(key, products[at]!, firstId, now)),
    customers,
    orders: chosen.map((order, at) => orderOf(order, { at, firstId, now, products, customer: customers[at]! })),
    drafts: [],
    keys: {},
    jobs: {},
  };
  for (const order of shop.orders) commit(shop, order);
  return shop;
}

function productOf(key: string, firstId: number, at: number, now: number): Product {
  const { title, about, kind, sku, price } = productBy(key);
  const createdAt = momentAgo(now, 120 - at);
  const kinds = key === 'tote' ? ['Natural', 'Navy'] : ['Default Title'];
  return {
    id: firstId + 9001 + at,
    createdAt,
    updatedAt: createdAt,
    metafields: {},
    title,
    handle: title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-'),
    descriptionHtml: `<p>${about}</p>`,
    vendor: 'Fernhill Studio',
    productType: kind,
    tags: [kind.toLowerCase(), ...(key === 'workshop' ? [] : ['studio-made'])],
    status: key === 'workshop' ? 'DRAFT' : 'ACTIVE',
    variants: kinds.map((name, which) => ({
      id: firstId + 40_001 + at * 10 + which,
      itemId: firstId + 50_001 + at * 10 + which,
      title: name,
      sku: which === 0 ? sku : `${sku}-${name.toUpperCase()}`,
      barcode: null,
      price,
      tracked: key !== 'workshop',
    })),
  };
}

/** Notebooks lie in the store room; of all else two thirds lie in the studio. */
function levelsOf(key: string, { variants }: Product, firstId: number, now: number): Level[] {
  const { stock } = productBy(key);
  const inStudio = key === 'notebook' ? 0 : Math.ceil((stock * 2) / 3);
  return variants.flatMap(({ itemId }) =>
    [inStudio, stock - inStudio].map((available, place) => ({
      itemId,
      locationId: firstId + 70_001 + place,
      available,
      committed: 0,
      incoming: place === 0 && key === 'pins' ? 100 : 0,
      updatedAt: momentAgo(now, 3),
    })),
  );
}

function customerOf({ customer: email, daysAgo }: SeedOrder, id: number, now: number): Customer {
  const person = personBy(email)!;
  const words = person.name.split(' ');
  const [city, country] = cities[email]!;
  const createdAt = momentAgo(now, daysAgo + 30);
  return {
    id,
    createdAt,
    updatedAt: momentAgo(now, daysAgo),
    metafields: {},
    firstName: words.slice(0, -1).join(' '),
    lastName: words.at(-1)!,
    email,
    phone: person.phone?.replaceAll(' ', '') ?? null,
    note: null,
    tags: person.company === '' ? [] : ['business'],
    address: { id: id + 500, company: person.company || null, city, country },
  };
}

interface Among {
  readonly at: number;
  readonly firstId: number;
  readonly now: number;
  readonly products: readonly Product[];
  readonly customer: Customer;
}

function orderOf(seed: SeedOrder, { at, firstId, now, products, customer }: Among): Order {
  const id = firstId + 6001 + at;
  const createdAt = momentAgo(now, seed.daysAgo);
  const lines = seed.items.map(({ product: key, quantity }, which): Line => {
    const { title } = productBy(key);
    const { variants } = products.find((product) => product.title === title)!;
    const { id: variantId, title: kind, sku, price } = variants[0]!;
    const variantTitle = kind === 'Default Title' ? null : kind;
    return { id: id * 10 + which, variantId, title, variantTitle, sku, price, quantity };
  });
  const placeOf = ({ sku }: Line): number => firstId + (sku?.startsWith('FH-NOTE') ? 70_002 : 70_001);
  const parts = [...new Set(lines.map(placeOf))].map((locationId, which) => ({
    id: id * 10 + which,
    locationId,
    lineIds: lines.filter((line) => placeOf(line) === locationId).map((line) => line.id),
  }));
  const sent = { status: 'SUCCESS' as const, createdAt: momentAgo(now, seed.daysAgo - 1) };
  const tracking = [{ company: 'Parcelwise', number: `PW-${seed.number}`, url: null }];
  return {
    id,
    number: seed.number,
    createdAt,
    updatedAt: createdAt,
    metafields: {},
    customerId: customer.id,
    email: customer.email,
    note: seed.note ?? null,
    tags: lines.some(({ quantity }) => quantity >= 10) ? ['wholesale'] : [],
    financial: seed.paid ? 'PAID' : 'PENDING',
    cancelledAt: null,
    cancelReason: null,
    shipTo: {
      id: id + 500,
      name: `${customer.firstName} ${customer.lastName}`,
      city: customer.address!.city,
      country: customer.address!.country,
    },
    lines,
    parts,
    parcels: !seed.fulfilled
      ? []
      : parts.map(({ id: partId, lineIds }, which) => ({
          ...sent,
          id: id * 100 + which,
          partId,
          name: `#${seed.number}-F${which + 1}`,
          tracking,
          lines: lines
            .filter((line) => lineIds.includes(line.id))
            .map(({ id: lineId, quantity }) => ({ lineId, quantity })),
        })),
  };
}

/** What is ordered and not yet sent is set aside. */
function commit(shop: Shop, order: Order): void {
  if (order.parcels.length > 0) return;
  const variants = shop.products.flatMap((product) => product.variants);
  for (const { locationId, lineIds } of order.parts)
    for (const { variantId, quantity } of order.lines.filter(({ id }) => lineIds.includes(id))) {
      const itemId = variants.find(({ id }) => id === variantId)?.itemId;
      const level = shop.levels.find((one) => one.itemId === itemId && one.locationId === locationId);
      if (level) level.committed += quantity;
    }
}
