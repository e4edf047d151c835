import * as c from '@switchboard/contracts';
import { expect, test } from '@jest/globals';
import { within } from '@testing-library/react';
import { openPage } from '../testing/open-page.tsx';
import { sampleHub } from '../testing/sample-hub.ts';
import { connection, connectionMore } from '../testing/samples/connections.ts';
import { mail, thread } from '../testing/samples/conversations.ts';
import { id, now } from '../testing/samples/base.ts';

const actions = [{ ref: c.ActionRef.parse('google.search_mail'), title: 'Search mail' }];
const opened = actions.map((action) => ({ ...action, effect: 'read' as const, available: true, missing: [] }));

function usedHub() {
  const usage = {
    since: now,
    calls: 3,
    errors: 1,
    actions: [{ action: 'google.search_mail', calls: 3, errors: 1, lastUsedAt: now }],
  };
  const [, answer] = thread.messages;
  const twice = { ...thread, messages: [...thread.messages, { ...answer!, id: id(99) }] };
  return sampleHub({ threads: [twice] })
    .on(c.getConnectionRoute, () => ({
      ...connection,
      ...connectionMore,
      featureMatrix: connectionMore.featureMatrix.map((row) => ({ ...row, actions: opened })),
    }))
    .on(c.getConnectionUsage, () => ({ connectionId: connection.id, ...usage }))
    .on(c.postConnectionAction, () => ({ messages: [mail] }));
}

test.each([
  ['connection', `/connections/${connection.id}`, 'Use in the last 30 days'],
  ['activity', '/activity', 'Activity'],
  ['audit', '/audit', 'Audit'],
  ['secrets', '/secrets', 'Secrets'],
  ['keys', '/api-keys', 'API keys'],
])(
  'on the page of the %s a table scrolls by keyboard, says what it lists, and stands up on a phone',
  async (_, address, label) => {
    using page = openPage(address, usedHub());

    const table = await page.screen.findByRole('table');
    const viewport = page.screen.getByRole('group', { name: label });

    expect(within(viewport).getByRole('table')).toBe(table);
    expect(viewport.tabIndex).toBe(0);
    expect(table.closest('.swb-stacks')).not.toBeNull();
  },
);

test.each([
  ['connection', `/connections/${connection.id}`, 'Search mail'],
  ['conversation', `/assistant/${thread.id}`, 'The numbers for Thursday'],
])('no two landmarks of a %s have the same name', async (_, address, text) => {
  using page = openPage(address, usedHub());
  await page.screen.findAllByText(text, { exact: false });

  const regions = page.screen.queryAllByRole('region').map(nameOf);

  expect(regions).not.toContain('');
  expect(regions).toEqual([...new Set(regions)]);
});

const nameOf = (region: HTMLElement): string =>
  region.getAttribute('aria-label') ??
  document.getElementById(region.getAttribute('aria-labelledby') ?? '')?.textContent ??
  '';
