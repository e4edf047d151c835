import type { CallOf } from './call-mail.ts';

/** Every method of Drive that is served, but for contents, which are no JSON. */
export async function callDrive(call: CallOf): Promise<void> {
  const base = 'https://www.googleapis.com/drive/v3';
  const files = `${base}/files`;
  await call('GET', `${base}/about?fields=*`);
  const drives = await call('GET', `${base}/drives`);
  await call('GET', `${base}/drives/${drives.body.drives[0].id}`);
  await call('GET', files);
  const all = 'supportsAllDrives=true&includeItemsFromAllDrives=true&corpora=allDrives';
  await call('GET', `${files}?fields=*&${all}&q=${encodeURIComponent("trashed = false and name contains 'h'")}`);
  const ids = await call('GET', `${files}/generateIds?count=2`);
  const folder = await call('POST', `${files}?fields=*`, {
    id: ids.body.ids[0],
    name: 'Held',
    mimeType: 'application/vnd.google-apps.folder',
  });
  const copy = await call('POST', `${files}/file-contract/copy?fields=*`, { name: 'Copy', parents: [folder.body.id] });
  await call('GET', `${files}/${copy.body.id}?fields=*`);
  await call('PATCH', `${files}/${copy.body.id}?addParents=root&removeParents=${folder.body.id}&fields=*`, {
    description: 'Held',
    starred: true,
  });
  const rights = `${files}/${copy.body.id}/permissions`;
  const right = await call('POST', `${rights}?fields=*`, {
    type: 'user',
    role: 'reader',
    emailAddress: 'priya@fernhill.example',
  });
  await call('POST', rights, { type: 'anyone', role: 'reader' });
  await call('GET', `${rights}?fields=*`);
  await call('GET', `${rights}/${right.body.id}`);
  await call('PATCH', `${rights}/${right.body.id}`, { role: 'writer' });
  await call('DELETE', `${rights}/${right.body.id}`);
  await call('PATCH', `${files}/${folder.body.id}`, { trashed: true });
  await call('DELETE', `${files}/${copy.body.id}`);
  await call('DELETE', `${files}/trash`);
}
