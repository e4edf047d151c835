import { expect, test } from '@jest/globals';
import { fireEvent, within } from '@testing-library/react';
import { openPage } from '../../testing/open-page.tsx';
import { sampleHub } from '../../testing/sample-hub.ts';

const proposed = (hub: ReturnType<typeof sampleHub>) =>
  hub.requests.find(({ method, path }) => method === 'POST' && path === '/api/v1/proposals')?.body;

test('letting an event go on another day proposes the move and changes nothing itself', async () => {
  const hub = sampleHub();
  using page = openPage('/calendar?view=month&day=2026-11-10', hub);
  const event = await page.screen.findByRole('button', { name: /Dentist/ });
  const dataTransfer = { setData: () => undefined, effectAllowed: '' };

  fireEvent.dragStart(event, { dataTransfer });
  fireEvent.drop(page.screen.getByRole('group', { name: 'Thursday, November 12' }), { dataTransfer });

  expect(await page.screen.findByRole('button', { name: 'Approve' })).toBeTruthy();
  expect(proposed(hub)).toMatchObject({
    steps: [
      {
        capability: 'calendar.update_event',
        input: { eventId: 'e2', start: { dateTime: '2026-11-12T09:00:00+01:00' } },
      },
    ],
  });
});

test('an event is changed without dragging too', async () => {
  const hub = sampleHub();
  using page = openPage('/calendar?view=agenda&day=2026-11-10', hub);

  await page.user.click(await page.screen.findByRole('button', { name: /Dentist/ }));
  await page.user.click(await page.screen.findByRole('button', { name: 'Change' }));
  await page.user.click(await page.screen.findByRole('button', { name: 'Review' }));

  expect(await page.screen.findByRole('button', { name: 'Approve' })).toBeTruthy();
  expect(proposed(hub)).toMatchObject({
    steps: [{ capability: 'calendar.update_event', input: { title: 'Dentist' } }],
  });
});

test('a day’s number makes a new event on it, as a card', async () => {
  const hub = sampleHub();
  using page = openPage('/calendar?view=month&day=2026-11-10', hub);

  await page.user.click(await page.screen.findByRole('button', { name: 'New event on Friday, November 20' }));
  const dialog = await page.screen.findByRole('dialog');
  await page.user.type(within(dialog).getByRole('textbox', { name: 'Title' }), 'Picnic');
  await page.user.click(within(dialog).getByRole('button', { name: 'Review' }));

  expect(await within(dialog).findByRole('button', { name: 'Approve' })).toBeTruthy();
  expect(proposed(hub)).toMatchObject({
    steps: [{ capability: 'calendar.create_event', input: { title: 'Picnic', start: { timeZone: 'Europe/Berlin' } } }],
  });
});
