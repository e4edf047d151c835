import * as c from '@switchboard/contracts';
import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { openPage } from '../../testing/open-page.tsx';
import { sampleHub } from '../../testing/sample-hub.ts';
import { id } from '../../testing/samples/base.ts';
import { connection } from '../../testing/samples/connections.ts';
import { actions, providers } from '../../testing/samples/providers.ts';

const action = (name: string, capability: string): c.ActionView => ({
  ...actions[0]!,
  ref: c.ActionRef.parse(`asana.${name}`),
  title: name,
  needs: [],
  capability,
  input: {},
});
const send: c.ActionView = {
  ...actions[1]!,
  ref: c.ActionRef.parse('asana.send_file'),
  title: 'Send a file',
  capability: 'messages.send_file',
  input: z.toJSONSchema(z.strictObject({ fileId: c.FileId.describe('File') }), {
    io: 'input',
  }) as c.ActionView['input'],
};
const staged = { fileId: id(98), name: 'plan.pdf', mediaType: 'application/pdf', sizeBytes: 2048 };
const top = [
  { id: 'f1', name: 'Harbour house', kind: 'folder' as const },
  { id: 'd1', name: 'notes.txt', kind: 'file' as const },
];
const inside = [{ id: 'd2', name: 'plan.pdf', kind: 'file' as const, sizeBytes: 2048 }];

function hubWithFiles() {
  const sent: unknown[] = [];
  const hub = sampleHub()
    .on(c.getProvider, ({ params }) => ({
      ...providers[0]!,
      id: params.provider,
      actions: [action('list', 'files.list'), action('find', 'files.search'), action('get', 'files.download'), send],
    }))
    .on(c.postConnectionAction, ({ params, body }) => {
      const input = body as Record<string, string>;
      if (params.action === 'asana.list') return { items: input['folderId'] === 'f1' ? inside : top };
      if (params.action === 'asana.find') return { items: input['query'] === 'plan' ? inside : [] };
      if (params.action === 'asana.get') return input['itemId'] === 'd2' ? staged : null;
      sent.push(body);
      return null;
    });
  return { hub, sent };
}
const address = `/connections/${connection.id}/actions/asana/send_file`;

test('a file is found by its folder in an account and given to an action', async () => {
  const { hub, sent } = hubWithFiles();
  using page = openPage(address, hub);

  await page.user.click(await page.screen.findByRole('button', { name: 'From an account' }));
  await page.user.click(await page.screen.findByRole('button', { name: /Harbour house/ }));
  await page.user.click(await page.screen.findByRole('button', { name: /plan\.pdf/ }));
  expect(await page.screen.findByText('plan.pdf')).toBeTruthy();
  await page.user.click(page.screen.getByRole('button', { name: 'Run' }));

  await page.screen.findByRole('status');
  expect(sent).toEqual([{ fileId: staged.fileId }]);
});

test('a file is found by words of its name', async () => {
  const { hub } = hubWithFiles();
  using page = openPage(address, hub);
  await page.user.click(await page.screen.findByRole('button', { name: 'From an account' }));

  await page.user.type(await page.screen.findByRole('textbox', { name: 'Search files' }), 'plan');

  expect(await page.screen.findByRole('button', { name: /plan\.pdf/ })).toBeTruthy();
});
