import { expect, test } from '@jest/globals';
import { Microsoft } from '../testing.ts';

const all = ['Mail.ReadWrite', 'Mail.Send', 'MailboxSettings.Read'];
const to = (address: string) => [{ emailAddress: { address } }];
const newest = '$filter=receivedDateTime gt 2020-01-01T00:00:00Z';

test.each([
  ['GET', '/me/messages', 'Mail.Send', 403],
  ['GET', '/me/messages', 'Mail.Read', 200],
  ['GET', '/me/outlook/masterCategories', 'Mail.ReadWrite', 403],
  ['DELETE', '/me/messages/AAkAda01', 'Mail.Read', 403],
  ['POST', '/me/messages/AAkAda07/send', 'Mail.ReadWrite', 403],
  ['POST', '/me/messages/AAkAda07/send', 'Mail.Send', 202],
])('%s %s with %s answers %i', async (method, path, scope, status) => {
  await using microsoft = await Microsoft.start();
  const { access_token } = await microsoft.grant([scope]);

  expect((await microsoft.call(access_token, method, path)).status).toBe(status);
});

test.each([
  ['$search="export"&' + newest, 'SearchWithFilter'],
  ['$search="export"&$orderby=receivedDateTime desc', 'SearchWithOrderBy'],
  ['$search=export', 'BadRequest'],
  ['$search="size>5"', 'BadRequest'],
  ['$filter=isRead eq false&$orderby=receivedDateTime desc', 'InefficientFilter'],
  ['$filter=color eq 1', 'ErrorInvalidUrlQueryFilter'],
  ['$orderby=subject', 'RequestBroker--ParseUri'],
  ['limit=5', 'RequestBroker--ParseUri'],
])('the query %s is refused with %s', async (query, code) => {
  await using microsoft = await Microsoft.start();
  const { access_token } = await microsoft.grant(all);

  const answer = await microsoft.call(access_token, 'GET', `/me/messages?${encodeURI(query)}`);

  expect(answer).toMatchObject({ status: 400, body: { error: { code } } });
});

test.each([
  ['POST', '/me/messages', { subject: 'x', colour: 'red' }, 'RequestBodyRead'],
  ['POST', '/me/messages', { toRecipients: to('nobody') }, 'RequestBodyRead'],
  ['POST', '/me/messages', { internetMessageHeaders: [{ name: 'Bcc', value: 'x' }] }, 'RequestBodyRead'],
  ['PATCH', '/me/messages/AAkAda01', { subject: 'Other words' }, 'ErrorInvalidPropertySet'],
  ['POST', '/me/messages/AAkAda01/send', undefined, 'ErrorInvalidRequest'],
  ['POST', '/me/messages/AAkAda01/createReply', { comment: 'x', message: { body: { content: 'y' } } }, 'ErrorInvalidRequest'], // prettier-ignore
  ['POST', '/me/messages/AAkAda01/attachments/createUploadSession', { AttachmentItem: { attachmentType: 'file', name: 'a', size: 5 } }, 'ErrorAttachmentSizeShouldNotBeLessThanMinimumSize'], // prettier-ignore
])('%s %s with %j is refused with %s', async (method, path, body, code) => {
  await using microsoft = await Microsoft.start();
  const { access_token } = await microsoft.grant(all);

  const answer = await microsoft.call(access_token, method, path, body);

  expect(answer).toMatchObject({ status: 400, body: { error: { code } } });
});

test('an id changes with the folder for those who do not ask for immutable ones', async () => {
  await using microsoft = await Microsoft.start();
  const { access_token } = await microsoft.grant(all);
  const first = await microsoft.call(access_token, 'GET', '/me/messages/AAkAda02');

  const moved = await microsoft.call(access_token, 'POST', `/me/messages/${first.body.id}/move`, { destinationId: 'archive' }); // prettier-ignore
  const stale = await microsoft.call(access_token, 'GET', `/me/messages/${first.body.id}`);

  expect(moved.body.id).not.toBe(first.body.id);
  expect(stale).toMatchObject({ status: 404, body: { error: { code: 'ErrorItemNotFound' } } });
});

test('a page names the whole address of the next one', async () => {
  await using microsoft = await Microsoft.start();
  const { access_token } = await microsoft.grant(all);

  const first = await microsoft.call(access_token, 'GET', '/me/messages?$top=8&$select=subject');
  const next = new URL(first.body['@odata.nextLink']);
  const second = await microsoft.call(access_token, 'GET', next.pathname.replace('/v1.0', '') + next.search);

  expect(first.body.value).toHaveLength(8);
  expect(second.body.value).toHaveLength(4);
  expect(Object.keys(second.body.value[0])).toEqual(['@odata.etag', 'id', 'subject']);
  expect(second.body).not.toHaveProperty('@odata.nextLink');
});

test('pieces of a large file are taken in order only, and never with a token', async () => {
  await using microsoft = await Microsoft.start();
  const { access_token } = await microsoft.grant(all);
  const AttachmentItem = { attachmentType: 'file', name: 'a', size: 4_000_000 };
  const path = '/me/messages/AAkAda07/attachments/createUploadSession';
  const { uploadUrl } = (await microsoft.call(access_token, 'POST', path, { AttachmentItem })).body;

  const range = { 'content-range': 'bytes 5-9/4000000' };
  const late = await microsoft.signed(uploadUrl, 'PUT', range, 'hello');
  const known = await microsoft.signed(uploadUrl, 'GET', { authorization: 'Bearer x' });
  const status = await microsoft.signed(uploadUrl, 'GET', {});

  expect([late.status, known.status]).toEqual([416, 401]);
  expect(status.body.nextExpectedRanges).toEqual(['0-']);
});
