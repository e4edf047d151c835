/** What the studio sells, to whom, and how it goes; shared by the shop and the customer records. Money is in euros. */
export interface SeedProduct {
  readonly key: string;
  readonly title: string;
  readonly about: string;
  readonly kind: string;
  readonly sku: string;
  readonly price: string;
  readonly stock: number;
}

export interface SeedOrder {
  /** Shown with `#` before it. */
  readonly number: number;
  /** An address in the cast. */
  readonly customer: string;
  readonly items: readonly { readonly product: string; readonly quantity: number }[];
  readonly daysAgo: number;
  readonly paid: boolean;
  readonly fulfilled: boolean;
  readonly note?: string;
}

export interface SeedDeal {
  readonly key: string;
  readonly title: string;
  /** An address in the cast; its company is the account. */
  readonly contact: string;
  readonly owner: 'ada' | 'jonas';
  readonly stage: 'Qualification' | 'Proposal' | 'Negotiation' | 'Closed Won' | 'Closed Lost';
  readonly amount: number;
  readonly closesInDays: number;
  /** The shared project it became or may become. */
  readonly project?: string;
}

/** Someone who asked and is no customer yet. */
export interface SeedLead {
  readonly key: string;
  readonly name: string;
  readonly email: string;
  readonly company: string;
  readonly source: string;
  readonly status: 'Not Contacted' | 'Contacted' | 'Qualified';
}

const products: readonly SeedProduct[] = [
  { key: 'tidechart', title: 'Tide chart, framed', about: 'A year of tides for one harbour, screen-printed.', kind: 'Print', sku: 'FH-TIDE-01', price: '48.00', stock: 34 },
  { key: 'harbourmap', title: 'Harbour map poster', about: 'The old harbour, drawn by Priya. 50 by 70 cm.', kind: 'Print', sku: 'FH-MAP-02', price: '36.00', stock: 120 },
  { key: 'notebook', title: 'Field notebook, set of three', about: 'Dotted pages, rounded corners, fits a coat pocket.', kind: 'Stationery', sku: 'FH-NOTE-03', price: '18.00', stock: 260 },
  { key: 'tote', title: 'Canvas tote', about: 'Heavy cotton with a deep pocket.', kind: 'Bag', sku: 'FH-TOTE-04', price: '24.00', stock: 8 },
  { key: 'pins', title: 'Enamel pin: lighthouse', about: 'Hard enamel, 25 mm.', kind: 'Small things', sku: 'FH-PIN-05', price: '9.50', stock: 0 },
  { key: 'workshop', title: 'Map drawing workshop', about: 'A Saturday at the studio, for eight people.', kind: 'Workshop', sku: 'FH-WORK-06', price: '140.00', stock: 5 },
]; // prettier-ignore

export const orders: readonly SeedOrder[] = [
  { number: 1001, customer: 'lucia@oliveandsalt.example', items: [{ product: 'harbourmap', quantity: 2 }, { product: 'tidechart', quantity: 1 }], daysAgo: 21, paid: true, fulfilled: true },
  { number: 1002, customer: 'imogen.price@example.org', items: [{ product: 'workshop', quantity: 1 }], daysAgo: 16, paid: true, fulfilled: true },
  { number: 1003, customer: 'sara.whitlock@harborline.example', items: [{ product: 'tidechart', quantity: 12 }], daysAgo: 9, paid: true, fulfilled: false, note: 'Gifts for the launch. Please wrap.' },
  { number: 1004, customer: 'noor@quillworks.example', items: [{ product: 'notebook', quantity: 20 }, { product: 'tote', quantity: 20 }], daysAgo: 5, paid: true, fulfilled: false, note: 'Deliver with the proofs.' },
  { number: 1005, customer: 'henrik@northpeak.example', items: [{ product: 'harbourmap', quantity: 1 }], daysAgo: 2, paid: false, fulfilled: false },
  { number: 1006, customer: 'kenji@tidalmaps.example', items: [{ product: 'tidechart', quantity: 3 }, { product: 'pins', quantity: 3 }], daysAgo: 1, paid: true, fulfilled: false },
]; // prettier-ignore

export const deals: readonly SeedDeal[] = [
  { key: 'harborline', title: 'Harborline tracking site', contact: 'sara.whitlock@harborline.example', owner: 'ada', stage: 'Closed Won', amount: 48_000, closesInDays: -12, project: 'harborline' },
  { key: 'harborline-care', title: 'Harborline care plan', contact: 'daniel.brook@harborline.example', owner: 'jonas', stage: 'Proposal', amount: 9600, closesInDays: 25 },
  { key: 'quillworks', title: 'Quillworks website', contact: 'noor@quillworks.example', owner: 'ada', stage: 'Closed Won', amount: 31_500, closesInDays: -30, project: 'quillworks' },
  { key: 'tidalmaps', title: 'Tidal map app', contact: 'kenji@tidalmaps.example', owner: 'ada', stage: 'Negotiation', amount: 64_000, closesInDays: 18, project: 'tidalmaps' },
  { key: 'oliveandsalt', title: 'Olive & Salt menu cards', contact: 'lucia@oliveandsalt.example', owner: 'jonas', stage: 'Qualification', amount: 2200, closesInDays: 40 },
]; // prettier-ignore

export const leads: readonly SeedLead[] = [
  { key: 'clinic', name: 'Greta Vance', email: 'greta@meadowclinic.example', company: 'Meadow Clinic', source: 'Web form', status: 'Not Contacted' },
  { key: 'civicprint', name: 'Amara Osei', email: 'amara@civicprint.example', company: 'Civic Print', source: 'Partner', status: 'Contacted' },
  { key: 'brandt', name: 'Oskar Brandt', email: 'oskar@brandtlegal.example', company: 'Brandt Legal', source: 'Referral', status: 'Qualified' },
]; // prettier-ignore

export const productBy = (key: string): SeedProduct => {
  const found = products.find((product) => product.key === key);
  if (!found) throw new Error(`There is no seeded product ${key}.`);
  return found;
};
