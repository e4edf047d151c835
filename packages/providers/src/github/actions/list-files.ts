import { HubError } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { contentsPath } from '../contents.ts';
import { pathField, refField, repositoryField } from '../fields.ts';

const Entry = z.object({
  name: z.string(),
  path: z.string(),
  type: z.string(),
  size: z.int(),
  html_url: z.string().nullable(),
});

export const listFiles = defineAction({
  name: 'list_files',
  title: 'List files of a repository',
  description: 'Lists what lies in a folder of a repository, up to a thousand entries.',
  effect: 'read',
  idempotent: true,
  needs: ['repos.read'],
  phrases: ['files in {repositoryId}'],
  input: z.object({ repositoryId: repositoryField(), path: pathField().default(''), ref: refField() }),
  output: z.object({
    files: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        kind: z.string(),
        sizeBytes: z.int(),
        url: z.string().optional(),
      }),
    ),
  }),

  /** @see https://docs.github.com/rest/repos/contents#get-repository-content */
  async run({ http }, { repositoryId, path, ref }) {
    const schema = z.union([z.array(Entry), Entry]);
    const found = await http.get(contentsPath(repositoryId, path), { query: { ref }, schema });
    if (!Array.isArray(found)) throw new HubError('input_invalid', 'That is a file. Read or download it.');
    return {
      files: found.map((entry) => ({
        id: entry.path,
        title: entry.name,
        kind: entry.type,
        sizeBytes: entry.size,
        ...(entry.html_url && { url: entry.html_url }),
      })),
    };
  },

  examples: [{ input: { repositoryId: 'fernhill-studio/harborline-site' } }],
});
