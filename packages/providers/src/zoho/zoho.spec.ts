import { expect, test } from '@jest/globals';
import { createDeal } from './actions/create-deal.ts';
import { searchDeals } from './actions/search-deals.ts';
import { searchLeads } from './actions/search-leads.ts';
import { searchMail } from './actions/search-mail.ts';
import { sendMail } from './actions/send-mail.ts';
import { updateDeal } from './actions/update-deal.ts';
import { searchKey } from './mail/query.ts';
import { zoho } from './index.ts';
import { SandboxAccount } from '../testing/sandbox-account.ts';

const deal = { name: 'Tide clock', stage: 'Qualification', amount: 1200 };

test('a deal is added, found by its name, changed, put back and taken away', async () => {
  await using account = await SandboxAccount.start(zoho);

  const made = await account.run(createDeal, deal);
  expect((await account.run(searchDeals, { query: 'Tide clock' })).output.deals).toMatchObject([deal]);
  const changed = await account.run(updateDeal, { dealId: made.output.id, stage: 'Proposal' });
  expect(changed.output).toMatchObject({ stage: 'Proposal', amount: 1200 });
  await changed.undo();
  expect((await account.run(searchDeals, { query: 'Tide clock' })).output.deals).toMatchObject([deal]);
  await made.undo();

  expect((await account.run(searchDeals, { query: 'Tide clock' })).output.deals).toEqual([]);
});

test('an account of another data centre is called there, and its records link there', async () => {
  await using account = await SandboxAccount.start(zoho, { account: 'jonas.weld.demo@gmail.com' });

  const { output } = await account.run(searchLeads, { limit: 1 });

  expect(output.leads[0].url).toContain('https://crm.zoho.eu/');
  expect(account.exchanges.every(({ request }) => request.url.host === 'www.zohoapis.eu')).toBe(true);
});

test('a page leads to the next until there is none', async () => {
  await using account = await SandboxAccount.start(zoho);
  const ids: string[] = [];
  let cursor: string | undefined;

  do {
    const { output } = await account.run(searchDeals, { limit: 2, cursor });
    ids.push(...output.deals.map(({ id }: { id: string }) => id));
    cursor = output.nextCursor;
  } while (cursor !== undefined);

  expect(new Set(ids).size).toBe(5);
});

test('a mail is sent with a file, found again by what it says, and read as it was written', async () => {
  await using account = await SandboxAccount.start(zoho);
  const fileId = account.stage({ name: 'quote.txt', mediaType: 'text/plain', bytes: Buffer.from('12 EUR') });
  const letter = { to: [{ email: 'noor@quillworks.example' }], subject: 'Angebot <neu> & „gut“', text: 'Hallo Noor' };

  const sent = await account.run(sendMail, { ...letter, attachments: [{ fileId }] });

  const { output } = await account.run(searchMail, { label: 'Sent' });
  expect(output.messages).toMatchObject([{ id: sent.output.messageId, subject: letter.subject, hasAttachments: true }]);
  await expect(sent.recover()).resolves.toMatchObject({ messageId: sent.output.messageId });
});

test('another address for replies is refused before anything is sent', async () => {
  await using account = await SandboxAccount.start(zoho);
  const letter = { to: [{ email: 'a@b.example' }], subject: 'x', text: 'x', replyTo: [{ email: 'c@d.example' }] };

  await expect(account.run(sendMail, letter)).rejects.toMatchObject({ code: 'input_invalid' });
});

test('nothing in a search ends its condition', () => {
  expect(searchKey({ query: 'a::sender:b', from: 'x"y', after: '2026-01-02T00:00:00Z' })).toBe(
    'entire:a sender:b::sender:x y::fromDate:02-Jan-2026',
  );
});
