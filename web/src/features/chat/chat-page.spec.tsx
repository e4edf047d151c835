import { expect, test } from '@jest/globals';
import { getFlowRoute } from '@switchboard/contracts';
import { waitFor, within } from '@testing-library/react';
import { openPage } from '../../testing/open-page.tsx';
import { begun, flow } from '../../testing/samples/connections.ts';
import { thread } from '../../testing/samples/conversations.ts';
import { proposal } from '../../testing/samples/proposals.ts';
import { sampleHub } from '../../testing/sample-hub.ts';

const address = `/assistant/${thread.id}`;

test('a card shows account, fields, warnings and whether it can be undone, and a yes names its digest', async () => {
  const hub = sampleHub();
  using page = openPage(address, hub);
  const card = await page.screen.findByRole('article', { name: 'Create event' });

  expect(within(card).getByText('ada@example.com')).toBeTruthy();
  expect(within(card).getByText('You have “Team sync” at the same time.')).toBeTruthy();
  expect(within(card).getByText(/Can be undone/)).toBeTruthy();

  await page.user.click(within(card).getByRole('button', { name: 'Approve' }));

  expect(await within(card).findByText('Done')).toBeTruthy();
  expect(within(card).getByRole('link', { name: /calendar\.google\.com/ })).toBeTruthy();
  expect(hub.requests.find(({ path }) => path.endsWith('/confirm'))?.body).toEqual({ digest: proposal.digest });
});

test('an edit puts a new card in the place of the old one', async () => {
  using page = openPage(address, sampleHub());

  await page.user.click(await page.screen.findByRole('button', { name: 'Edit' }));
  const title = await page.screen.findByRole('textbox', { name: 'Title' });
  await page.user.clear(title);
  await page.user.type(title, 'Long lunch');
  await page.user.click(page.screen.getByRole('button', { name: 'Save the changes' }));

  expect(await page.screen.findByText('Long lunch')).toBeTruthy();
  expect(page.screen.getByRole('button', { name: 'Approve' })).toBeTruthy();
});

test('undo closes what was done', async () => {
  using page = openPage(address, sampleHub());

  await page.user.click(await page.screen.findByRole('button', { name: 'Approve' }));
  await page.user.click(await page.screen.findByRole('button', { name: 'Undo' }));

  expect(await page.screen.findByText('Undone')).toBeTruthy();
});

test('a first message begins a conversation and its answer streams in', async () => {
  const hub = sampleHub({ threads: [] });
  using page = openPage('/assistant', hub);

  await page.user.type(await page.screen.findByRole('textbox', { name: 'Message' }), 'when am I free?{Enter}');

  expect(await page.screen.findByText('You are free at these times.')).toBeTruthy();
  expect(await page.screen.findByText('9:00 AM – 10:00 AM')).toBeTruthy();
  await waitFor(() => expect(page.screen.getAllByText('You are free at these times.')).toHaveLength(1));
});

test('what needs a permission shows one button for exactly that', async () => {
  using page = openPage(address, sampleHub());

  await page.user.type(await page.screen.findByRole('textbox', { name: 'Message' }), 'send priya a hello{Enter}');

  expect(await page.screen.findByRole('button', { name: 'Google: allow “Send mail”' })).toBeTruthy();
});

test('O-15 the window opens inside the click, the hub says how it ended, and the conversation goes on by itself', async () => {
  const opened = openedWindow();
  const hub = sampleHub().on(getFlowRoute, () => ({
    ...flow,
    purpose: 'features' as const,
    grantedFeatures: ['mail.send'],
  }));
  using page = openPage(address, hub);
  await page.user.type(await page.screen.findByRole('textbox', { name: 'Message' }), 'send priya a hello{Enter}');

  await page.user.click(await page.screen.findByRole('button', { name: 'Google: allow “Send mail”' }));

  expect(await page.screen.findByText('Now I may.')).toBeTruthy();
  await waitFor(() => expect(said(hub).at(-1)).toMatchObject({ text: 'send priya a hello', resume: true }));
  expect(opened.address).toBe(begun.authorizationUrl);
  expect(opened.opener).toBeNull();
});

test('P-7 words that carry markup or turn themselves around are shown as they are', async () => {
  const text = '<b>hi</b> invoice\u202Efdp.exe';
  const messages = [{ ...thread.messages[0]!, parts: [{ kind: 'text' as const, text }] }];
  using page = openPage(address, sampleHub({ threads: [{ ...thread, messages }] }));

  expect(await page.screen.findByText('<b>hi</b> invoice⟨U+202E⟩fdp.exe')).toBeTruthy();
});

test('what leads in to examples is not left alone: without any it goes, and passed ones stay as words', async () => {
  const lead = { kind: 'text' as const, text: 'I look after your mail. You can say, for example:' };
  const answered = (at: number, suggestions: string[]) => ({
    ...thread.messages[1]!,
    id: `01990000-0000-7000-8000-00000000000${at}`,
    parts: [lead, { kind: 'suggestions' as const, suggestions }],
  });
  const messages = [answered(1, ['Who wrote to me today?']), answered(2, [])];
  using page = openPage(address, sampleHub({ threads: [{ ...thread, messages }] }));

  expect(await page.screen.findByText('“Who wrote to me today?”')).toBeTruthy();
  expect(page.screen.getByText('I look after your mail.')).toBeTruthy();
  expect(page.screen.queryByRole('button', { name: 'Who wrote to me today?' })).toBeNull();
});

const said = (hub: ReturnType<typeof sampleHub>) =>
  hub.requests.filter(({ path }) => path.endsWith('/messages')).map(({ body }) => body);

/** A browser that opens a window; answers what was done to it. */
function openedWindow(): { address: string; opener: unknown } {
  const seen = { address: '', opener: window as unknown };
  window.open = () =>
    ({
      close: () => undefined,
      location: { replace: (address: string) => (seen.address = address) },
      set opener(value: unknown) {
        seen.opener = value;
      },
    }) as unknown as Window;
  return seen;
}
