import { expect, test } from '@jest/globals';
import { withLinks } from './plain.ts';

test('only addresses in fields for addresses are led elsewhere', () => {
  const event = {
    url: 'https://www.example.com/e/1',
    conferenceUrl: 'no address',
    description: 'https://www.example.com/e/1',
  };

  const shown = withLinks([event], (address) => address.replace('www.example.com', 'stand-in.example'));

  expect(shown).toEqual([{ ...event, url: 'https://stand-in.example/e/1' }]);
});
