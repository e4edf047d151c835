import { channels } from '../seed/talk.ts';
import { dayFrom, momentAgo, projectBy, projects, type SeedProject } from '../seed/projects.ts';
import { accounts, idBy } from './accounts.ts';
import type { NotionState, StoredDatabase, StoredPage } from './state.ts';
import { minute } from './time.ts';

const projectSource = '16000000-0000-4000-8000-000000000001';
const taskSource = '16000000-0000-4000-8000-000000000002';

const pageId = (number: number): string => `15000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const everyone = accounts.map(({ id }) => id);

const databases: readonly StoredDatabase[] = [
  {
    id: projectSource,
    databaseId: '17000000-0000-4000-8000-000000000001',
    title: 'Projects',
    properties: {
      Name: { id: 'title', type: 'title' },
      Customer: { id: 'c%3A1', type: 'rich_text' },
      Owner: { id: 'o%3A1', type: 'people' },
    },
  },
  {
    id: taskSource,
    databaseId: '17000000-0000-4000-8000-000000000002',
    title: 'Tasks',
    properties: {
      Name: { id: 'title', type: 'title' },
      Status: { id: 's%3A1', type: 'status', options: ['To do', 'In progress', 'Done'] },
      Project: { id: 'p%3A1', type: 'select', options: projects.map(({ title }) => title) },
      Assignee: { id: 'a%3A1', type: 'people' },
      Due: { id: 'd%3A1', type: 'date' },
    },
  },
];

/** The studio's handbook and notes, its projects and the Harborline tasks; one page that nobody shared. */
export function seedNotion(now: number): NotionState {
  const state: NotionState = { databases: {}, pages: {}, blocks: [], comments: [], nextId: 1 };
  for (const database of databases) state.databases[database.id] = database;
  const at = (days: number): string => minute(Date.parse(momentAgo(now, days)));
  const add = (
    number: number,
    values: StoredPage['values'],
    daysAgo: number,
    more: Partial<StoredPage> = {},
  ): string => {
    const id = pageId(number);
    const by = accounts[0]!.id;
    state.pages[id] = { id, values, by, createdAt: at(daysAgo + 10), editedAt: at(daysAgo), inTrash: false, ...more };
    return id;
  };
  const write = (parent: string, daysAgo: number, lines: readonly (readonly [type: string, text: string])[]): void =>
    lines.forEach(([type, text]) => {
      const id = `18000000-0000-4000-8000-${String(state.blocks.length + 1).padStart(12, '0')}`;
      state.blocks.push({ id, parent, type, text, by: accounts[0]!.id, createdAt: at(daysAgo), inTrash: false });
    });

  const handbook = add(1, { title: 'Studio handbook' }, 4, { sharedBy: everyone });
  write(handbook, 4, [['heading_1', 'How we work'], ['paragraph', 'Each customer has a folder, a channel and one person who answers.'], ['bulleted_list_item', 'Drafts stay in Drafts.'], ['bulleted_list_item', 'What was decided is written down the same day.'], ['to_do', 'Update the list of suppliers']]); // prettier-ignore
  write(state.blocks.at(-2)!.id, 4, [['bulleted_list_item', 'One line is enough.']]);
  const notes = add(2, { title: 'Meeting notes' }, 1, { sharedBy: everyone });
  write(notes, 1, [
    ['heading_2', 'Harborline, kick-off'],
    ...channels[1]!.messages.map(({ text }) => ['paragraph', text] as const),
  ]);
  add(3, { title: 'Payroll' }, 8);
  add(4, { title: 'Old price list' }, 30, { sharedBy: everyone, inTrash: true });
  add(5, { title: 'Suppliers' }, 12, { parent: { page: handbook } });

  projects.forEach((project, index) =>
    add(50 + index, projectValues(project), index, { parent: { source: projectSource } }),
  );
  projectBy('harborline').tasks.forEach(({ title, stage, assignee, dueInDays, comments = [] }, index) => {
    const due = dueInDays === undefined ? null : { start: dayFrom(now, dueInDays), end: null };
    const values = {
      Name: title,
      Status: stage,
      Project: 'Harborline launch',
      Assignee: assignee ? [idBy(assignee)] : [],
      Due: due,
    };
    const id = add(101 + index, values, index % 3, { parent: { source: taskSource } });
    comments.forEach(({ by, daysAgo, text }, place) => {
      const own = `1a000000-0000-4000-8000-0000000${index}${place}001`;
      state.comments.push({
        id: own,
        page: id,
        discussion: own.replace('1a', '1b'),
        text,
        by: idBy(by),
        createdAt: at(daysAgo),
      });
    });
  });
  return state;
}

const projectValues = ({ title, customer, owner }: SeedProject): StoredPage['values'] => ({
  Name: title,
  Customer: customer ?? '',
  Owner: [idBy(owner)],
});
