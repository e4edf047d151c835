import { expect, test } from '@jest/globals';
import { deals, leads, orders, productBy } from './business.ts';
import { personBy } from './cast.ts';
import { studioFiles, studioFolders } from './folders.ts';
import { projectBy, projects } from './projects.ts';
import { channels } from './talk.ts';

const tasks = projects.flatMap((project) => project.tasks);

test('everyone who does something in the seed is in the cast', () => {
  const named = [
    ...projects.flatMap(({ owner, members }) => [owner, ...members]),
    ...tasks.flatMap(({ assignee, comments = [] }) => [assignee, ...comments.map(({ by }) => by)]),
    ...orders.map(({ customer }) => customer),
    ...deals.map(({ contact }) => contact),
    ...leads.map(({ email }) => email),
    ...channels.flatMap(({ members, messages }) => [...members, ...messages.map(({ by }) => by)]),
  ];

  expect(named.filter((email) => email !== undefined && !personBy(email))).toEqual([]);
});

test('names that ids are made from are unique, and what they point at is there', () => {
  const keys = [...tasks, ...projects, ...channels.map(({ key }) => ({ key: `#${key}` }))].map(({ key }) => key);
  const companies = new Set(deals.map(({ contact }) => personBy(contact)!.company));

  expect(new Set(keys).size).toBe(keys.length);
  for (const { items } of orders) for (const { product } of items) expect(productBy(product).sku).toMatch(/^FH-/);
  for (const { project } of deals) if (project) expect(projectBy(project).customer).toBeDefined();
  for (const { customer } of projects) if (customer) expect(companies).toContain(customer);
});

test('done tasks say when, and only they do', () => {
  expect(tasks.filter(({ stage, doneDaysAgo }) => (stage === 'Done') !== (doneDaysAgo !== undefined))).toEqual([]);
});

test('folders come before what lies in them', () => {
  const seen = new Set(['']);
  for (const path of studioFolders()) {
    expect(seen).toContain(path.slice(0, -1).join('/'));
    seen.add(path.join('/'));
  }

  expect(studioFiles().every(({ folder }) => seen.has(folder.join('/')))).toBe(true);
});
