import type { Reply } from '../../fixture.ts';

/** Makes one call and holds its answer against the description. */
export type CallOf = (http: string, official: string, body?: unknown) => Promise<Reply>;

/** Every method of Gmail. */
export async function callMail(call: CallOf): Promise<void> {
  const gmail = 'https://gmail.googleapis.com/gmail/v1/users/me';
  const raw = Buffer.from('To: jonas.weld.demo@gmail.com\r\nSubject: Held\r\n\r\nHi').toString('base64url');
  await call('GET', `${gmail}/profile`);
  await call('GET', `${gmail}/settings/sendAs`);
  const start = (await call('GET', `${gmail}/profile`)).body.historyId;
  const list = await call('GET', `${gmail}/messages?q=has:attachment`);
  const id = list.body.messages[0].id;
  for (const format of ['full', 'metadata', 'minimal', 'raw'])
    await call('GET', `${gmail}/messages/${id}?format=${format}`);
  const { body } = await call('GET', `${gmail}/messages/${id}`);
  const file = body.payload.parts.find((part: { filename: string }) => part.filename);
  await call('GET', `${gmail}/messages/${id}/attachments/${file.body.attachmentId}`);
  const sent = await call('POST', `${gmail}/messages/send`, { raw });
  await call('POST', `${gmail}/messages/${id}/modify`, { addLabelIds: ['STARRED'] });
  await call('POST', `${gmail}/messages/batchModify`, { ids: [id], removeLabelIds: ['STARRED'] });
  await call('POST', `${gmail}/messages/${id}/trash`);
  await call('POST', `${gmail}/messages/${id}/untrash`);
  await call('GET', `${gmail}/history?startHistoryId=${start}`);
  await call('POST', `${gmail}/messages/batchDelete`, { ids: [sent.body.id] });
  await call('DELETE', `${gmail}/messages/${id}`);
  const threads = await call('GET', `${gmail}/threads`);
  const thread = `${gmail}/threads/${threads.body.threads[0].id}`;
  await call('GET', thread);
  await call('POST', `${thread}/modify`, { addLabelIds: ['STARRED'] });
  await call('POST', `${thread}/trash`);
  await call('POST', `${thread}/untrash`);
  const draft = await call('POST', `${gmail}/drafts`, { message: { raw } });
  await call('GET', `${gmail}/drafts`);
  await call('GET', `${gmail}/drafts/${draft.body.id}`);
  await call('PUT', `${gmail}/drafts/${draft.body.id}`, { message: { raw } });
  await call('POST', `${gmail}/drafts/send`, { id: draft.body.id });
  const other = await call('POST', `${gmail}/drafts`, { message: { raw } });
  await call('DELETE', `${gmail}/drafts/${other.body.id}`);
  const label = await call('POST', `${gmail}/labels`, { name: 'Held' });
  await call('GET', `${gmail}/labels`);
  await call('GET', `${gmail}/labels/${label.body.id}`);
  await call('PATCH', `${gmail}/labels/${label.body.id}`, {
    color: { textColor: '#000000', backgroundColor: '#ffffff' },
  });
  await call('PUT', `${gmail}/labels/${label.body.id}`, { name: 'Held fast' });
  await call('DELETE', `${gmail}/labels/${label.body.id}`);
}
