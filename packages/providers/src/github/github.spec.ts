import { expect, test } from '@jest/globals';
import { SandboxAccount } from '../testing/sandbox-account.ts';
import { github } from './index.ts';

const repositoryId = 'fernhill-studio/harborline-site';

test('an issue is opened, found by its words, changed, closed, and each step is taken back', async () => {
  await using ada = await SandboxAccount.start(github);
  const made = await ada.run('create_issue', { repositoryId, title: 'Dry run', text: 'With the fallback page.' });
  const issueId = made.output.id as string;

  const found = await ada.run('search_issues', { query: 'fallback page', repositoryId });
  const changed = await ada.run('update_issue', { issueId, text: 'Without it.', assignees: ['jonas-weld'] });
  await changed.undo();
  const closed = await ada.run('close_issue', { issueId, reason: 'not_planned' });
  await closed.undo();

  expect(found.output.issues).toEqual([expect.objectContaining({ id: issueId, text: 'With the fallback page.' })]);
  expect(changed.output).toMatchObject({ text: 'Without it.', assignees: ['jonas-weld'] });
  expect((await ada.run('get_issue', { issueId })).output).toMatchObject({
    text: 'With the fallback page.',
    assignees: [],
    state: 'open',
  });
  await made.undo();
  expect((await ada.run('get_issue', { issueId })).output.state).toBe('closed');
});

test('R-1 a run finds its own issue and comment again, and no other run’s', async () => {
  await using ada = await SandboxAccount.start(github);
  const input = { repositoryId, title: 'Twice the same' };

  const one = await ada.run('create_issue', input);
  const other = await ada.run('create_issue', input);
  const comment = await ada.run('comment_on_issue', { issueId: one.output.id, text: 'Done.' });

  expect(await one.recover()).toEqual({ ...one.output, comments: 1 });
  expect(await other.recover()).toEqual(other.output);
  expect(await comment.recover()).toEqual(comment.output);
  expect(comment.output.text).toBe('Done.');
});

test('a comment that is taken back is gone', async () => {
  await using ada = await SandboxAccount.start(github);
  const issueId = `${repositoryId}#2`;
  const before = (await ada.run('list_comments', { issueId })).output.comments.length;

  const done = await ada.run('comment_on_issue', { issueId, text: 'Never mind.' });
  await done.undo();

  expect((await ada.run('list_comments', { issueId })).output.comments).toHaveLength(before);
});

test('a list goes on where its cursor says, and ends', async () => {
  await using ada = await SandboxAccount.start(github);
  const seen: string[] = [];

  for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
    const { output } = await ada.run('list_repositories', { limit: 2, cursor });
    seen.push(...output.repositories.map(({ id }: { id: string }) => id));
    cursor = output.nextCursor;
  }

  expect(seen).toHaveLength(3);
  expect(new Set(seen).size).toBe(3);
});

test('O-9 what is private is seen only where that was allowed', async () => {
  await using ada = await SandboxAccount.start(github, { features: ['issues.write'] });

  const { output } = await ada.run('list_repositories', {});

  expect(output.repositories.map(({ isPrivate }: { isPrivate: boolean }) => isPrivate)).toEqual([false, false]);
  await expect(ada.run('get_issue', { issueId: 'fernhill-studio/tidal-map#1' })).rejects.toMatchObject({
    code: 'not_found',
  });
});

test('who may only read is told that more has to be allowed', async () => {
  await using ada = await SandboxAccount.start(github, { features: ['repos.read'] });

  await expect(ada.run('create_issue', { repositoryId, title: 'No' })).rejects.toMatchObject({ code: 'scope_missing' });
});

test('a file is read as text and downloaded byte for byte', async () => {
  await using ada = await SandboxAccount.start(github);

  const { output: text } = await ada.run('read_file', { repositoryId, path: 'README.md' });
  const { output: picture } = await ada.run('download_file', { repositoryId, path: 'docs/quay-map.png' });

  expect(text.text).toMatch(/^# Harborline/);
  expect(picture).toMatchObject({ name: 'quay-map.png', mediaType: 'image/png' });
  expect(Buffer.from(ada.saved[0]!.bytes).subarray(1, 4).toString()).toBe('PNG');
  await expect(ada.run('read_file', { repositoryId, path: 'docs/quay-map.png' })).rejects.toMatchObject({
    code: 'input_invalid',
  });
  await expect(ada.run('download_file', { repositoryId, path: 'docs' })).rejects.toMatchObject({
    code: 'input_invalid',
  });
});

test.each(['../x', 'a/b/c', 'owner/..', 'a b/c', 'owner/na?me'])('E-2 %s names no repository', async (name) => {
  await using ada = await SandboxAccount.start(github);

  await expect(ada.run('list_files', { repositoryId: name })).rejects.toMatchObject({ code: 'input_invalid' });
  expect(ada.exchanges).toEqual([]);
});

test('F-23 a used-up limit says how long to wait', async () => {
  await using ada = await SandboxAccount.start(github);
  const limit = { family: 'github', unitsPerMinute: 1 };
  await fetch(`${ada.sandbox.url}/_sandbox/quotas`, {
    method: 'POST',
    body: JSON.stringify(limit),
    headers: { 'content-type': 'application/json' },
  });

  await expect(ada.run('list_repositories', {})).rejects.toMatchObject({
    code: 'provider_limited',
    details: { retryAfterSeconds: expect.any(Number) },
  });
});
