import { csv, note, pdf, png, type SeedFile } from '../../seed/files.ts';

/** One conversation: who writes to whom, and what is said in turn. */
export interface Conversation {
  /** Id of its first letter, where examples name it. */
  readonly id?: string;
  /** Whose mailbox it is mainly in; mail between the two accounts lands in both. */
  readonly owner: 'ada' | 'jonas';
  readonly subject: string;
  /** The other side, by address. */
  readonly with: readonly string[];
  /** Days before today that it began. */
  readonly daysAgo: number;
  /** In turn; a leading `>` is the owner's own, a leading number picks another of the others. */
  readonly turns: readonly string[];
  readonly labels?: readonly string[];
  readonly starred?: boolean;
  /** On the first letter. */
  readonly files?: readonly SeedFile[];
  readonly unread?: boolean;
  readonly archived?: boolean;
  readonly binned?: boolean;
  readonly latin1?: boolean;
  readonly inline?: SeedFile;
}

const jonas = 'jonas.weld.demo@gmail.com';
const ada = 'ada.marsh.demo@gmail.com';
const sara = 'sara.whitlock@harborline.example';
const daniel = 'daniel.brook@harborline.example';

export const conversations: readonly Conversation[] = [
  { owner: 'ada', subject: 'Harborline kick-off: agenda', with: [sara, daniel, jonas], daysAgo: 3, labels: ['Harborline'], starred: true, unread: true, files: [pdf('harborline-agenda.pdf', 'Harborline kick-off', ['1. Who is who', '2. Scope and first delivery', '3. How we report'])], turns: ['Hello Ada,\n\nhere is our draft agenda for Tuesday. Anything missing?\n\nSara', '>Hi Sara, looks complete. Could we add ten minutes on the data export?\n\nAda', '1Adding to that: legal wants the processing terms on the list as well.\n\nDaniel', 'Both added. See you Tuesday!\n\nSara'] },
  { owner: 'ada', subject: 'Contract draft v3', with: ['oskar@brandtlegal.example'], daysAgo: 13, labels: ['Harborline'], archived: true, files: [pdf('contract-v3.pdf', 'Master services agreement, draft 3', ['Between Fernhill Studio and Harborline Shipping', 'Term: twelve months'])], turns: ['Dear Ada,\n\nattached is version 3 with the changed liability clause.\n\nKind regards\nOskar Brandt', '>Thank you Oskar, we can sign on Monday.', 'Excellent. I will bring two copies.'] },
  { owner: 'ada', subject: 'Budget for Q1', with: [jonas], daysAgo: 2, starred: true, unread: true, files: [csv('budget-q1.csv', [['team', 'planned', 'actual'], ['design', 42000, 39800], ['engineering', 88000, 91250], ['travel', 9000, 4120]])], turns: ['Ada, the numbers for Q1 are attached. Engineering is over by 3,250, the rest is fine. Can you look before Thursday?\n\nJonas', '>Looking now. What is in the engineering line that was not planned?', 'The second test machine. I can move it to next quarter if you prefer.\n\nJonas'] },
  { owner: 'ada', subject: 'Lunch on Thursday?', with: ['lucia@oliveandsalt.example'], daysAgo: 5, turns: ['Ciao Ada! I have the corner table free on Thursday at half past twelve. Shall I keep it for us?\n\nLucía', '>Yes please! Looking forward to it.', 'Perfetto. A giovedì!'] },
  { owner: 'ada', subject: 'New logo, round two', with: ['priya@fernhill.example'], daysAgo: 4, unread: true, inline: png('logo.png', [52, 120, 220], 'logo@fernhill.example'), turns: ['Hi Ada, second round of the logo below. I like the calmer blue better.\n\nPriya', '>Me too. Can we see it on dark?', 'Tomorrow morning!'] },
  { owner: 'ada', subject: 'Interview Thursday: content designer', with: ['priya@fernhill.example', 'mei@fernhill.example'], daysAgo: 6, files: [pdf('cv-content-designer.pdf', 'Curriculum vitae', ['Content designer, eight years', 'References on request'])], turns: ['The CV for our Thursday interview is attached. I have questions about the portfolio, you?\n\nPriya', '>Please ask about the hand-over from writing to design.', '1I will cover salary and start date.\n\nMei'] },
  { owner: 'ada', subject: 'Copy for the landing page', with: ['sara.demir@quillworks.example', 'noor@quillworks.example'], daysAgo: 7, labels: ['Quillworks'], files: [note('landing-copy.txt', 'Everything you connect, in one place.\nAsk in plain words. Say yes. Done.\n')], turns: ['Hi Ada,\n\nfirst draft of the landing page copy is attached as plain text. Two headlines to choose from.\n\nSara Demir', '>The second headline is the one. The paragraph under it could be half as long.', '1Agreed, we will cut it. New version by Friday.\n\nNoor', 'Shortened version is in the shared folder.\n\nSara'] },
  { owner: 'ada', subject: 'Term sheet questions', with: ['henrik@northpeak.example'], daysAgo: 9, starred: true, turns: ['Ada, three questions before our call: runway, hiring plan, and who owns the map data.\n\nHenrik', '>Runway is 19 months, hiring plan attached to the last update, map data is licensed from Tidal Maps.', 'Good answers. Talk on Tuesday at five.\n\nHenrik'] },
  { owner: 'ada', subject: 'Tile server limits', with: ['kenji@tidalmaps.example', 'felix.moreau@tidalmaps.example'], daysAgo: 11, turns: ['Hello Ada, your key had 41,000 tile requests yesterday. The plan has 50,000. Shall we raise it before the demo?\n\nKenji', '>Please do, we expect twice that in demo week.', '1Raised to 120,000 until the end of the month, no charge.\n\nFelix'] },
  { owner: 'ada', subject: 'Print proofs are ready', with: ['amara@civicprint.example'], daysAgo: 19, archived: true, files: [png('proof-page-1.png', [200, 80, 60]), png('proof-page-2.png', [60, 140, 90])], turns: ['Hello Ada, proofs of both pages are attached. The red prints a little darker than on screen.\n\nAmara', '>Approved, darker is fine.'] },
  { owner: 'ada', subject: "Saturday: Imogen's birthday 🎂", with: ['imogen.price@example.org'], daysAgo: 8, turns: ['Are you coming on Saturday? There will be cake 🎂 and terrible dancing.\n\nImogen x', '>Wild horses etc. What can I bring?', 'Yourself and ice!'] },
  { id: 'ada0000000000003', owner: 'ada', subject: 'Your appointment at Meadow Clinic', with: ['greta@meadowclinic.example'], daysAgo: 10, unread: true, turns: ['Dear Ms Marsh,\n\nthis is a reminder of your appointment on Wednesday at 16:30. Please bring your card.\n\nGreta Vance, reception'] },
  { owner: 'ada', subject: 'מסמכים לחתימה / documents to sign', with: ['noor@quillworks.example'], daysAgo: 15, turns: ['שלום עדה,\n\nהמסמכים מוכנים לחתימה. Documents are ready to sign.\n\nNoor'] },
  { owner: 'ada', subject: 'Grüße aus Göteborg', with: ['tomas@fernhill.example'], daysAgo: 16, latin1: true, turns: ['Hej Ada!\n\nDas Büro hier ist schön und hat für jeden einen Schreibtisch. Bis Dienstag!\n\nTomas'] },
  { owner: 'ada', subject: 'Expenses October', with: ['mei@fernhill.example'], daysAgo: 20, archived: true, labels: ['Receipts'], files: [csv('expenses-october.csv', [['day', 'what', 'amount'], ['03', 'train', 64.2], ['11', 'lunch', 38], ['24', 'hotel', 142.5]])], turns: ['>Mei, my expenses for October are attached.', 'Thank you Ada, paid with the next run.\n\nMei'] },
  { owner: 'ada', subject: 'Open evening guest list', with: ['bruno@fernhill.example', jonas], daysAgo: 12, turns: ['We are at 46 guests for the open evening. Room holds 60. Invite the Quillworks people too?\n\nBruno', '>Yes, all of them.', '1I will ask the caterer for 60 then.\n\nJonas'] },
  { owner: 'ada', subject: 'Offsite: who sleeps where', with: [jonas], daysAgo: 30, archived: true, labels: ['Travel'], turns: ['Two houses, six rooms. I put us both in the loud one. Complaints until Friday.\n\nJonas', '>No complaints. Bring earplugs.'] },
  { id: 'ada0000000000002', owner: 'ada', subject: 'Photo shoot: what to wear', with: ['priya@fernhill.example'], daysAgo: 1, unread: true, turns: ['Solid colours please, no stripes, and something warm: Dock 4 has no heating.\n\nPriya'] },
  { id: 'ada0000000000001', owner: 'ada', subject: 'Data export: first look', with: [daniel], daysAgo: 1, unread: true, labels: ['Harborline'], files: [csv('export-sample.csv', [['container', 'port', 'eta'], ['HLXU 204418', 'Rotterdam', '14:20'], ['HLXU 204502', 'Felixstowe', '16:05']])], turns: ['Ada, a first sample of the export is attached. Column names are ours and can change.\n\nDaniel'] },
  { owner: 'jonas', subject: 'Lease renewal', with: ['oskar@brandtlegal.example'], daysAgo: 14, files: [pdf('lease-renewal.pdf', 'Lease renewal', ['Unit 4, Canal Street', 'Five years, break after three'])], turns: ['Mr Weld, the landlord agrees to a break after three years. Draft attached.\n\nOskar Brandt', '>Very good. Please send it to Ada as well.', 'Done.'] },
  { owner: 'jonas', subject: 'Forklift in aisle three', with: [daniel], daysAgo: 6, turns: ['Jonas, the forklift in aisle three is out until Thursday. Your pallets go out on Friday instead.\n\nDaniel', '>Thanks for the warning. Friday works.'] },
  { owner: 'jonas', subject: 'Parents evening slots', with: ['greta@meadowclinic.example'], daysAgo: 9, turns: ['Wrong Jonas, I think? This came to the clinic.\n\nGreta', '>Indeed. Sorry about that!'] },
  { owner: 'jonas', subject: 'Hiring panel questions', with: [ada, 'bruno@fernhill.example'], daysAgo: 4, turns: ['My three questions for the panel: hardest trade-off, best mistake, first ninety days.\n\nAda', '>Good ones. I take the trade-off.', '1Then I take the mistake.\n\nBruno'] },
  { owner: 'jonas', subject: 'Chicago: hotel and trains', with: ['bruno@fernhill.example'], daysAgo: 5, labels: ['Travel'], unread: true, turns: ['Booked us at the Lakeside. Blue line from the airport, 45 minutes.\n\nBruno'] },
]; // prettier-ignore

/** What lies in the bin. */
export const binned: readonly Conversation[] = [
  { id: 'ada0000000000004', owner: 'ada', subject: 'Desk lamps, last pieces', with: ['bruno@fernhill.example'], daysAgo: 2, binned: true, turns: ['Three desk lamps are left over from the move. First come, first served.\n\nBruno'] },
]; // prettier-ignore

/** Mail that machines send, again and again: sender, how often in days, what it says. */
export const recurringMail: readonly { from: string; everyDays: number; subject: string; text: string; label?: string; category: string; receipt?: boolean }[] = [
  { from: 'news@morningledger.example', everyDays: 1, subject: 'The Morning Ledger: {topic}', text: 'Good morning.\n\nToday: {topic}. Also in this issue: five charts, one recipe, and the weather.\n\nRead on at the usual place.', category: 'CATEGORY_PROMOTIONS' },
  { from: 'notifications@stackroom.example', everyDays: 2, subject: '[fernhill/site] Build {number} {result}', text: 'Build {number} of fernhill/site {result} in 4 min 12 s.\n\nBranch: main', category: 'CATEGORY_UPDATES' },
  { from: 'receipts@ledgerly.example', everyDays: 7, subject: 'Your Ledgerly receipt {number}', text: 'Thank you. We received 18.00 EUR for your subscription.\n\nReceipt {number} is attached.', label: 'Receipts', category: 'CATEGORY_UPDATES', receipt: true },
  { from: 'tickets@railcard.example', everyDays: 13, subject: 'Your ticket {number}', text: 'Your journey is booked. Coach C, seat 42. Ticket {number} is attached.', label: 'Travel', category: 'CATEGORY_UPDATES', receipt: true },
  { from: 'tracking@parcelwise.example', everyDays: 9, subject: 'Parcel {number} is on its way', text: 'Parcel {number} arrives tomorrow between 9 and 12.', category: 'CATEGORY_UPDATES' },
]; // prettier-ignore

export const topics = [
  'ports reopen after the storm',
  'why offices got smaller',
  'the price of coffee',
  'a quiet week for rates',
  'trains on time again',
  'what batteries cost now',
  'cities and their rivers',
  'how we read maps',
] as const;
