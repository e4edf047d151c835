import { expect, test } from '@jest/globals';
import type { Contact } from '@switchboard/contracts';
import { SandboxAccount } from '../../testing/sandbox-account.ts';
import { createContact } from '../actions/create-contact.ts';
import { updateContact } from '../actions/update-contact.ts';
import { google } from '../index.ts';

const start = () => SandboxAccount.start(google, { features: ['contacts.write'] });
const elif = { name: 'Elif Kaya', email: 'elif@harborline.example', organization: 'Harborline Shipping' };
const find = async (account: SandboxAccount, query: string): Promise<Contact[]> =>
  (await account.run('search_contacts', { query })).output.contacts;

test('the address book is paged by first name', async () => {
  await using account = await start();

  const first = await account.run('list_contacts', { limit: 4 });
  const second = await account.run('list_contacts', { limit: 4, cursor: first.output.nextCursor });

  const names = [...first.output.contacts, ...second.output.contacts].map(({ name }: Contact) => name);
  expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b)));
  expect(new Set(names).size).toBe(8);
});

test('a contact is added, found at once by its name and by its run, and taken back', async () => {
  await using account = await start();

  const made = await account.run('create_contact', elif);
  await expect(made.recover()).resolves.toMatchObject({ id: made.output.id });
  await expect(createContact.recover!(account.context(createContact), elif)).resolves.toBeUndefined();
  expect(await find(account, 'elif')).toMatchObject([{ name: 'Elif Kaya', emails: [elif.email] }]);

  await made.undo();
  expect(await find(account, 'elif')).toEqual([]);
});

test('a change touches the first of a kind only and is taken back exactly', async () => {
  await using account = await start();
  const [before] = await find(account, 'priya');

  const changed = await account.run('update_contact', { contactId: before!.id, name: 'Priya N.', phone: '+44 1' });
  expect((await find(account, 'priya'))[0]).toMatchObject({
    name: 'Priya N.',
    phones: ['+44 1'],
    emails: before!.emails,
  });

  await changed.undo();
  expect((await find(account, 'priya'))[0]).toEqual(before);
});

test('a change over one made in between is refused by Google and by undo', async () => {
  await using account = await start();
  const contactId = 'people/c1001';
  const changed = await account.run('update_contact', { contactId, phone: '+44 1' });
  await account.run('update_contact', { contactId, phone: '+44 2' });

  await expect(changed.undo()).rejects.toMatchObject({ code: 'conflict' });
  const context = account.context(updateContact);
  const { http } = context;
  const late = {
    ...context,
    http: {
      ...http,
      request: async (...call: Parameters<typeof http.request>) => {
        if (call[0] === 'PATCH') await account.run('update_contact', { contactId, phone: '+44 3' });
        return http.request(...call);
      },
    },
  };
  await expect(updateContact.run(late, { contactId, phone: '+44 4' })).rejects.toMatchObject({ code: 'conflict' });
});

test('a deleted contact is written again by undo', async () => {
  await using account = await start();
  const [before] = await find(account, 'daniel');

  const deleted = await account.run('delete_contact', { contactId: before!.id });
  await expect(deleted.recover()).resolves.toMatchObject({ deleted: true });
  expect(await find(account, 'daniel')).toEqual([]);

  await deleted.undo();
  const [again] = await find(account, 'daniel');
  expect({ ...again, id: before!.id }).toEqual(before);
});

test('only contacts can be named, not the account or what lies beside it', async () => {
  await using account = await start();

  for (const contactId of ['people/me', 'people/c1/../me', 'otherContacts/c1013', 'c1001'])
    await expect(account.run('delete_contact', { contactId })).rejects.toMatchObject({ code: 'input_invalid' });
});

test('the permission to see contacts lets none be added', async () => {
  await using account = await SandboxAccount.start(google, { features: ['contacts.read'] });

  await expect(account.run('create_contact', elif)).rejects.toMatchObject({ code: 'scope_missing' });
});
