import { expect, test } from '@jest/globals';
import { namedZone } from './zone-names.ts';

test.each([
  ['call at 3pm Berlin time', 'Europe/Berlin'],
  ['call at 9am Tokyo time', 'Asia/Tokyo'],
  ['call at 10am PST', 'America/Los_Angeles'],
  ['call at 10:30 am ET tomorrow', 'America/New_York'],
  ['call at 14:00 UTC', 'UTC'],
  ['call at 3pm in Europe/Paris', 'Europe/Paris'],
  ['call at 3pm New York time', 'America/New_York'],
  ['call at 3pm UTC+2', 'Etc/GMT-2'],
  ['call at 3pm UTC+5:30', 'UTC+5:30'],
  ['call at 9 o’clock, Eastern time', 'America/New_York'],
])('"%s" names %s', (text, zone) => {
  expect(namedZone(text)?.value).toBe(zone);
});

test.each([
  ['this time it works'],
  ['what time is it'],
  ['see you et al'],
  ['I can meet in Berlin'],
  ['the best time'],
  ['lunch time'],
  ['call at 3pm'],
])('"%s" names no zone', (text) => {
  expect(namedZone(text)).toBeUndefined();
});
