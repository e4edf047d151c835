/** Someone who writes, meets or is known; all of them are invented. */
export interface Person {
  readonly name: string;
  readonly email: string;
  readonly company: string;
  readonly title: string;
  readonly phone?: string;
  /** True where the person is in the address book; the others were only written to. */
  readonly contact: boolean;
}

const at = (name: string, email: string, company: string, title: string, phone?: string): Person => ({
  name,
  email,
  company,
  title,
  ...(phone && { phone }),
  contact: true,
});
const met = (name: string, email: string, company: string, title: string): Person => ({
  name,
  email,
  company,
  title,
  contact: false,
});

export const ada = at('Ada Marsh', 'ada.marsh.demo@gmail.com', 'Fernhill Studio', 'Product lead', '+44 20 7946 0110');
export const jonas = at(
  'Jonas Weld',
  'jonas.weld.demo@gmail.com',
  'Fernhill Studio',
  'Head of operations',
  '+1 212 555 0142',
);

/** Colleagues, customers and friends, shared by both accounts. */
export const cast: readonly Person[] = [
  at('Priya Nandakumar', 'priya@fernhill.example', 'Fernhill Studio', 'Designer', '+44 20 7946 0121'),
  at('Tomas Lindqvist', 'tomas@fernhill.example', 'Fernhill Studio', 'Engineer', '+46 8 555 013 20'),
  at('Mei Okafor', 'mei@fernhill.example', 'Fernhill Studio', 'Finance', '+44 20 7946 0133'),
  at('Bruno Castellan', 'bruno@fernhill.example', 'Fernhill Studio', 'Sales', '+39 055 555 0144'),
  at('Sara Whitlock', 'sara.whitlock@harborline.example', 'Harborline Shipping', 'Customer'),
  at('Sara Demir', 'sara.demir@quillworks.example', 'Quillworks', 'Copywriter'),
  at('Henrik Aalto', 'henrik@northpeak.example', 'Northpeak Ventures', 'Investor', '+358 9 5550 167'),
  at('Lucía Ferrante', 'lucia@oliveandsalt.example', 'Olive & Salt', 'Restaurant owner'),
  at('Daniel Brook', 'daniel.brook@harborline.example', 'Harborline Shipping', 'Procurement'),
  at('Noor Haddad', 'noor@quillworks.example', 'Quillworks', 'Account director', '+961 1 555 018'),
  at('Kenji Arakawa', 'kenji@tidalmaps.example', 'Tidal Maps', 'Data lead'),
  at('Imogen Price', 'imogen.price@example.org', '', 'Friend', '+44 7700 900155'),
  met('Oskar Brandt', 'oskar@brandtlegal.example', 'Brandt Legal', 'Solicitor'),
  met('Amara Osei', 'amara@civicprint.example', 'Civic Print', 'Print manager'),
  met('Felix Moreau', 'felix.moreau@tidalmaps.example', 'Tidal Maps', 'Partnerships'),
  met('Greta Vance', 'greta@meadowclinic.example', 'Meadow Clinic', 'Reception'),
];

/** Senders nobody answers. */
const machines: readonly Person[] = [
  met('Railcard', 'tickets@railcard.example', 'Railcard', 'Tickets'),
  met('Ledgerly', 'receipts@ledgerly.example', 'Ledgerly', 'Receipts'),
  met('The Morning Ledger', 'news@morningledger.example', 'The Morning Ledger', 'Newsletter'),
  met('Stackroom', 'notifications@stackroom.example', 'Stackroom', 'Builds'),
  met('Parcelwise', 'tracking@parcelwise.example', 'Parcelwise', 'Parcels'),
];

export const personBy = (email: string): Person | undefined =>
  [ada, jonas, ...cast, ...machines].find((person) => person.email === email);
