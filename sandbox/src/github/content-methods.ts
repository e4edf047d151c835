import { z } from 'zod';
import { q } from '../kit/api.ts';
import { nameFor } from '../kit/random.ts';
import { Refusal } from '../kit/refusal.ts';
import { Reply } from '../kit/rest.ts';
import type { SandboxKit } from '../kit/world.ts';
import { defineMethod, repositoryOf, type GithubCall, type GithubMethod } from './api.ts';
import { notFound } from './refusals.ts';
import { githubState, type StoredRepository } from './state.ts';

/** Files larger than this come without their content. */
const inlineBytes = 1024 * 1024;

interface Entry {
  readonly path: string;
  readonly kind: 'file' | 'dir';
  readonly bytes: Buffer;
}

function shown({ fullName }: StoredRepository, { path, kind, bytes }: Entry) {
  const sha = nameFor(`${fullName}/${path}/${bytes.toString('base64')}`, 40);
  const self = `https://api.github.com/repos/${fullName}/contents/${path}?ref=main`;
  const git = `https://api.github.com/repos/${fullName}/git/${kind === 'file' ? 'blobs' : 'trees'}/${sha}`;
  const html = `https://github.com/${fullName}/${kind === 'file' ? 'blob' : 'tree'}/main/${path}`;
  return {
    name: path.split('/').at(-1)!,
    path,
    sha,
    size: kind === 'file' ? bytes.length : 0,
    url: self,
    html_url: html,
    git_url: git,
    download_url: kind === 'file' ? `https://raw.githubusercontent.com/${fullName}/main/${path}` : null,
    type: kind,
    _links: { self, git, html },
  };
}

/** What lies in a folder, folders as entries of their own. */
function entriesOf(kit: SandboxKit, { files }: StoredRepository, folder: string): Entry[] {
  const prefix = folder === '' ? '' : `${folder}/`;
  const names = Object.keys(files)
    .filter((path) => path.startsWith(prefix))
    .map((path) => path.slice(prefix.length));
  return [...new Set(names.map((name) => name.split('/')[0]!))].sort().map((name) => {
    const path = prefix + name;
    const blob = Object.hasOwn(files, path) ? files[path] : undefined;
    return blob === undefined
      ? { path, kind: 'dir', bytes: Buffer.alloc(0) }
      : { path, kind: 'file', bytes: kit.store.blob(blob) };
  });
}

/** The content of the default branch. */
export function contentMethods(kit: SandboxKit): GithubMethod[] {
  const read = (call: GithubCall & { query: { ref?: string | undefined } }, accept: string): Reply => {
    const repository = repositoryOf(githubState(kit), call);
    const path = call.params.path ?? '';
    if (call.query.ref !== undefined && call.query.ref !== 'main')
      throw new Refusal('invalid', `No commit found for the ref ${call.query.ref}`, { status: 404 });
    const blob = Object.hasOwn(repository.files, path) ? repository.files[path] : undefined;
    if (blob === undefined) {
      const entries = entriesOf(kit, repository, path);
      if (entries.length === 0 && path !== '') throw notFound();
      return Reply.json(
        200,
        entries.map((entry) => shown(repository, entry)),
      );
    }
    const bytes = kit.store.blob(blob);
    if (/\braw\b/.test(accept)) return Reply.bytes(bytes, 'application/vnd.github.raw+json; charset=utf-8');
    const inline = bytes.length <= inlineBytes;
    const content = inline ? bytes.toString('base64').replaceAll(/.{60}/g, '$&\n') : '';
    return Reply.json(200, {
      ...shown(repository, { path, kind: 'file', bytes }),
      content,
      encoding: inline ? 'base64' : 'none',
    });
  };
  const query = z.strictObject({ ref: q.text() });

  return ['/repos/{owner}/{repo}/contents/{path}', '/repos/{owner}/{repo}/contents/'].map((path) =>
    defineMethod({
      id: 'repos/get-content',
      http: 'GET',
      path,
      scopes: [],
      query,
      run: (call) => read(call, call.request.headers.accept ?? ''),
    }),
  );
}
