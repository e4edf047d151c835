import { csv, pdf, type SeedFile } from '../../seed/files.ts';

export interface Letter {
  readonly owner: 'Ada' | 'Jonas';
  readonly conversation: string;
  /** An address; the owner's own unless told. */
  readonly from?: string;
  /** Addresses; the owner unless told. */
  readonly to?: readonly string[];
  readonly cc?: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  readonly hoursAgo: number;
  /** A folder that every mailbox has, or `harborline`; the inbox unless told. */
  readonly folder?: string;
  readonly isRead?: boolean;
  readonly isFlagged?: boolean;
  readonly categories?: readonly string[];
  readonly files?: readonly SeedFile[];
}

const ada = 'ada.marsh.demo@gmail.com';
const jonas = 'jonas.weld.demo@gmail.com';
const daniel = 'daniel.brook@harborline.example';

const exported = csv('export-sample.csv', [['container', 'port', 'eta'], ['HLXU 204418', 'Rotterdam', '14:20'], ['HLXU 204502', 'Felixstowe', '16:05']]); // prettier-ignore

/** The letters of both mailboxes; their ids count up in this order. */
export const letters: readonly Letter[] = [
  { owner: 'Ada', conversation: 'Export', from: daniel, to: [ada], cc: [jonas, 'tomas@fernhill.example'], subject: 'Data export: first look', text: '', html: '<html><body><p>Ada, a first sample of the <b>export</b> is attached.</p><p>Column names are ours &amp; can change.</p><p>Daniel</p></body></html>', hoursAgo: 20, isRead: false, categories: ['Customers'], files: [exported] },
  { owner: 'Ada', conversation: 'Shoot', from: 'priya@fernhill.example', subject: 'Photo shoot: what to wear', text: 'Solid colours please, no stripes, and something warm: Dock 4 has no heating.\n\nPriya', hoursAgo: 26, isRead: false },
  { owner: 'Ada', conversation: 'Clinic', from: 'greta@meadowclinic.example', subject: 'Your appointment at Meadow Clinic', text: 'Dear Ms Marsh,\n\nplease remember your appointment on Wednesday at 16:30.\n\nGreta Vance, reception', hoursAgo: 240, isRead: false },
  { owner: 'Ada', conversation: 'Export', to: [daniel], subject: 'Data export: what we need', text: 'Daniel, could you send a first sample of the export? Forty rows are enough.\n\nAda', hoursAgo: 44, folder: 'sentitems' },
  { owner: 'Ada', conversation: 'Logo', from: 'noor@quillworks.example', subject: 'לוגו חדש / New logo, round two', text: 'שלום עדה,\n\nround two of the logo is in the shared folder. 🎨\n\nNoor', hoursAgo: 50, isFlagged: true },
  { owner: 'Ada', conversation: 'Contract', from: 'oskar@brandtlegal.example', subject: 'Contract draft v3', text: 'Dear Ada,\n\nversion 3 with the changed liability clause is attached.\n\nOskar Brandt', hoursAgo: 310, folder: 'harborline', categories: ['Customers'], files: [pdf('contract-v3.pdf', 'Master services agreement, draft 3', ['Term: twelve months'])] },
  { owner: 'Ada', conversation: 'Menu', to: ['lucia@oliveandsalt.example'], subject: 'Menu cards', text: 'Ciao Lucía,\n\n', hoursAgo: 5, folder: 'drafts' },
  { owner: 'Ada', conversation: 'Parcel', from: 'tracking@parcelwise.example', subject: 'Your parcel is on its way', text: 'It arrives tomorrow between nine and noon.', hoursAgo: 70, folder: 'deleteditems' },
  { owner: 'Ada', conversation: 'Budget', from: jonas, to: [ada], subject: 'Budget for Q1', text: 'Ada, engineering is over by 3,250, the rest is fine. Can you look before Thursday?\n\nJonas', hoursAgo: 54, isRead: false, isFlagged: true, files: [csv('budget-q1.csv', [['team', 'planned', 'actual'], ['design', 42_000, 39_800], ['engineering', 88_000, 91_250]])] },
  { owner: 'Ada', conversation: 'Menu', from: 'lucia@oliveandsalt.example', subject: 'Menu cards', text: 'Ada, is the second proof of the menu cards ready?\n\nLucía', hoursAgo: 9, categories: ['Customers'] },
  { owner: 'Ada', conversation: 'Expenses', from: 'mei@fernhill.example', subject: 'Expenses October', text: 'Paid with the next run, thank you.\n\nMei', hoursAgo: 480, folder: 'archive' },
  { owner: 'Ada', conversation: 'News', from: 'news@morningledger.example', subject: 'The Morning Ledger: harbours', text: 'Good morning.\n\nToday: why harbours are quiet at noon.', hoursAgo: 8, isRead: false },
  { owner: 'Jonas', conversation: 'Lease', from: 'oskar@brandtlegal.example', subject: 'Lease renewal', text: 'Mr Weld, the landlord agrees to a break after three years.\n\nOskar Brandt', hoursAgo: 330 },
  { owner: 'Jonas', conversation: 'Forklift', from: daniel, subject: 'Forklift in aisle three', text: 'Jonas, the forklift in aisle three is out until Thursday.\n\nDaniel', hoursAgo: 140, isRead: false },
  { owner: 'Jonas', conversation: 'Budget', to: [ada], subject: 'Budget for Q1', text: 'Ada, engineering is over by 3,250, the rest is fine. Can you look before Thursday?\n\nJonas', hoursAgo: 54, folder: 'sentitems' },
]; // prettier-ignore

export const categories = [
  { id: '5f1d2c30-0001-4a10-9c10-000000000001', displayName: 'Customers', color: 'preset7' },
  { id: '5f1d2c30-0001-4a10-9c10-000000000002', displayName: 'Travel', color: 'preset4' },
  { id: '5f1d2c30-0001-4a10-9c10-000000000003', displayName: 'Receipts', color: 'preset3' },
];
