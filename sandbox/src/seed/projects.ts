/** A task of a shared project; days count from today, so that every provider tells the same story on any day. */
export interface SeedTask {
  /** A short name that ids are made from; unique over all projects. */
  readonly key: string;
  readonly title: string;
  readonly stage: 'To do' | 'In progress' | 'Done';
  /** Addresses in the cast. */
  readonly assignee?: string;
  readonly notes?: string;
  readonly dueInDays?: number;
  readonly doneDaysAgo?: number;
  readonly steps?: readonly { readonly title: string; readonly done: boolean }[];
  readonly comments?: readonly { readonly by: string; readonly daysAgo: number; readonly text: string }[];
}

export interface SeedProject {
  readonly key: string;
  readonly title: string;
  readonly about: string;
  /** The customer's company, as in the cast; the studio's own work has none. */
  readonly customer?: string;
  readonly owner: string;
  readonly members: readonly string[];
  readonly tasks: readonly SeedTask[];
}

const ada = 'ada.marsh.demo@gmail.com';
const jonas = 'jonas.weld.demo@gmail.com';
const priya = 'priya@fernhill.example';
const tomas = 'tomas@fernhill.example';
const mei = 'mei@fernhill.example';
const bruno = 'bruno@fernhill.example';

/** The columns that every project has, in order. */
export const stages = ['To do', 'In progress', 'Done'] as const;

/** What Fernhill Studio works on. */
export const projects: readonly SeedProject[] = [
  {
    key: 'harborline', title: 'Harborline launch', customer: 'Harborline Shipping', owner: ada,
    about: 'New container tracking site for Harborline Shipping: pages, data export, launch.',
    members: [ada, jonas, priya, tomas],
    tasks: [
      { key: 'kickoff', title: 'Prepare the Harborline kick-off', stage: 'Done', assignee: ada, doneDaysAgo: 2, notes: 'Agenda: scope, people, first delivery.', steps: [{ title: 'Send the agenda', done: true }, { title: 'Book the room', done: true }] },
      { key: 'export', title: 'Check the data export sample', stage: 'In progress', assignee: tomas, dueInDays: 3, notes: 'Daniel sent export-sample.csv. Column names can still change.', comments: [{ by: 'tomas@fernhill.example', daysAgo: 1, text: 'Two of forty rows have no port. Asked Daniel.' }, { by: ada, daysAgo: 0, text: 'Thank you. Let us not wait for it with the page.' }] },
      { key: 'quay', title: 'Draw the quay map', stage: 'In progress', assignee: priya, dueInDays: 6, steps: [{ title: 'Collect the berth numbers', done: true }, { title: 'First sketch', done: true }, { title: 'Colours for three states', done: false }] },
      { key: 'copy', title: 'Write the copy for the tracking page', stage: 'To do', assignee: ada, dueInDays: 8, notes: 'Plain words, no jargon. At most 120 words.' },
      { key: 'dryrun', title: 'Dry run of the launch', stage: 'To do', assignee: jonas, dueInDays: 14, notes: 'Whole team, one hour, with the fallback page ready.' },
      { key: 'invoice1', title: 'Send the first invoice to Harborline', stage: 'To do', assignee: mei, dueInDays: 10 },
      { key: 'contract', title: 'Sign the contract', stage: 'Done', assignee: ada, doneDaysAgo: 12 },
    ],
  },
  {
    key: 'quillworks', title: 'Quillworks website', customer: 'Quillworks', owner: ada,
    about: 'A new home for Quillworks: tone of voice, twelve pages, Arabic and Hebrew included.',
    members: [ada, priya, bruno],
    tasks: [
      { key: 'workshop', title: 'Plan the copy workshop', stage: 'In progress', assignee: ada, dueInDays: 2, notes: 'Sara Demir and Noor Haddad come. Bring printed examples.' },
      { key: 'tone', title: 'Agree on the tone of voice', stage: 'To do', assignee: ada, dueInDays: 5, comments: [{ by: bruno, daysAgo: 3, text: 'Noor likes short sentences. Sara likes long ones. Good luck.' }] },
      { key: 'rtl', title: 'Try the layout from right to left', stage: 'To do', assignee: priya, dueInDays: 9, notes: 'Hebrew: שלום. Arabic: مرحبا.' },
      { key: 'proofs', title: 'Approve the print proofs', stage: 'Done', assignee: ada, doneDaysAgo: 17 },
    ],
  },
  {
    key: 'tidalmaps', title: 'Tidal map prototype', customer: 'Tidal Maps', owner: ada,
    about: 'A tide map that works on a phone in the rain. Demo for Kenji and Felix.',
    members: [ada, tomas, priya],
    tasks: [
      { key: 'tiles', title: 'Measure how many tiles a visit loads', stage: 'In progress', assignee: tomas, dueInDays: 4 },
      { key: 'offline', title: 'Keep the last map for when there is no signal', stage: 'To do', assignee: tomas, dueInDays: 12 },
      { key: 'demo', title: 'Rehearse the prototype demo', stage: 'To do', assignee: ada, dueInDays: 13 },
      { key: 'licence', title: 'Read the map data licence', stage: 'Done', assignee: jonas, doneDaysAgo: 20 },
    ],
  },
  {
    key: 'studio', title: 'Studio operations', owner: jonas,
    about: 'What keeps the studio going: lease, hiring, suppliers, the open evening.',
    members: [jonas, ada, mei, bruno],
    tasks: [
      { key: 'lease', title: 'Answer the lease draft', stage: 'In progress', assignee: jonas, dueInDays: 7, notes: 'Five years, break after three. Oskar has the draft.' },
      { key: 'guests', title: 'Invite the guests to the open evening', stage: 'In progress', assignee: bruno, dueInDays: 5, steps: [{ title: 'List from Bruno', done: true }, { title: 'Quillworks people', done: false }] },
      { key: 'panel', title: 'Questions for the hiring panel', stage: 'To do', assignee: ada, dueInDays: 15 },
      { key: 'budget', title: 'Close the October budget', stage: 'To do', assignee: mei, dueInDays: -1 },
      { key: 'chicago', title: 'Book the Chicago hotel', stage: 'Done', assignee: jonas, doneDaysAgo: 5 },
    ],
  },
]; // prettier-ignore

export const projectBy = (key: string): SeedProject => {
  const found = projects.find((project) => project.key === key);
  if (!found) throw new Error(`There is no seeded project ${key}.`);
  return found;
};

const dayMs = 86_400_000;

/** The calendar day (UTC) so many days from now. */
export const dayFrom = (now: number, days: number): string => new Date(now + days * dayMs).toISOString().slice(0, 10);

/** A time of day (UTC) so many days ago, always before now. */
export const momentAgo = (now: number, days: number, hour = 10): string => {
  const at = Math.floor(now / dayMs) * dayMs - days * dayMs + hour * 3_600_000;
  return new Date(Math.min(at, now - 60_000)).toISOString();
};
