import { HubError } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { contentsPath } from '../contents.ts';
import { filePathField, refField, repositoryField } from '../fields.ts';

const File = z.object({
  path: z.string(),
  type: z.string(),
  size: z.int(),
  html_url: z.string().nullable(),
  content: z.string().optional(),
  encoding: z.string().optional(),
});

export const readFile = defineAction({
  name: 'read_file',
  title: 'Read a file',
  description: 'Reads a text file of a repository, up to one megabyte.',
  effect: 'read',
  idempotent: true,
  needs: ['repos.read'],
  phrases: ['read {path} of {repositoryId}'],
  input: z.object({ repositoryId: repositoryField(), path: filePathField(), ref: refField() }),
  output: z.object({ path: z.string(), text: z.string(), sizeBytes: z.int(), url: z.string().optional() }),

  /** @see https://docs.github.com/rest/repos/contents#get-repository-content */
  async run({ http }, { repositoryId, path, ref }) {
    const schema = z.union([z.array(z.unknown()), File]);
    const found = await http.get(contentsPath(repositoryId, path), { query: { ref }, schema });
    if (Array.isArray(found) || found.type !== 'file') throw new HubError('input_invalid', 'That is not a file.');
    if (found.encoding !== 'base64')
      throw new HubError('input_invalid', 'That file is too large to read. Download it.');
    return {
      path: found.path,
      text: textOf(found.content ?? ''),
      sizeBytes: found.size,
      ...(found.html_url && { url: found.html_url }),
    };
  },

  examples: [{ input: { repositoryId: 'fernhill-studio/harborline-site', path: 'README.md' } }],
});

function textOf(base64: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(base64, 'base64'));
  } catch {
    throw new HubError('input_invalid', 'That file is no text. Download it.');
  }
}
