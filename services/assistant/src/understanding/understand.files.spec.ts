import { expect, test } from '@jest/globals';
import { understand } from './understand.ts';

const read = (text: string) => understand(text, { now: '2026-11-20T09:00:00Z', timeZone: 'Europe/Berlin' });

test.each([
  ['find the q3 budget spreadsheet', 'q3 budget'],
  ['find files about the harbour', 'harbour'],
  ['look for the file called quay map', 'quay map'],
  ['search my files for roadmap', 'roadmap'],
  ['where is the file launch plan?', 'launch plan'],
  ['do I have a document called roadmap', 'roadmap'],
  ['find the file "Plan B"', 'Plan B'],
])('"%s" looks for “%s”', (text, query) => {
  const { intent, slots, needs } = read(text);

  expect(intent).toBe('files.search');
  expect(slots.query?.value).toBe(query);
  expect(needs).toEqual(['files.read']);
});

test.each([
  ['list my files', undefined],
  ['list the files in the marketing folder', 'marketing'],
  ['what is in my plans folder?', 'plans'],
  ['show the files in the folder Harbour plans', 'Harbour plans'],
])('"%s" lists a folder', (text, within) => {
  const { intent, slots } = read(text);

  expect(intent).toBe('files.list');
  expect(slots.within?.value).toBe(within);
});

test.each([
  ['find emails about the file transfer', 'mail.search'],
  ['show me emails with attachments from Bob', 'mail.search'],
  ['when is the document review meeting', 'calendar.search'],
  ['share the roadmap doc with Priya', 'out_of_scope'],
])('"%s" looks for no file', (text, intent) => {
  expect(read(text).intent).toBe(intent);
});
