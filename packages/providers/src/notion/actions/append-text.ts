import { HubError } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { blocksOf, childrenOf, lineOf, mostBlocks, NotionBlock } from '../blocks.ts';
import { childrenPath, pageField } from '../fields.ts';
import { isSince, onlyOne } from '../own.ts';
import { readPage, shown } from '../page.ts';

const Appended = z.object({ results: z.array(NotionBlock) });

/** The lines that a text becomes, as they are read back. */
const linesOf = (text: string): string[] =>
  blocksOf(text).map((block) =>
    block.type === 'paragraph'
      ? block.paragraph.rich_text.map((one) => one.text.content).join('')
      : `- ${block.bulleted_list_item.rich_text.map((one) => one.text.content).join('')}`,
  );

export const appendText = defineAction({
  name: 'append_text',
  title: 'Write at the end of a page',
  description: 'Adds text at the end of a page. Running it twice adds it twice.',
  effect: 'write',
  idempotent: false,
  needs: ['pages.write'],
  phrases: ['add {text} to page {pageId}', 'note {text} in {pageId}'],
  input: z.object({
    pageId: pageField(),
    text: z.string().min(1).max(20_000).describe('Text; lines that begin with a dash become a list'),
  }),
  output: z.object({ pageId: z.string(), blockIds: z.array(z.string()) }),

  before: async (context, { pageId }) => ({ title: shown(await readPage(context, pageId)).title }),

  /** @see https://developers.notion.com/reference/patch-block-children */
  async run({ http }, { pageId, text }) {
    const children = blocksOf(text);
    if (children.length === 0) throw new HubError('input_invalid', 'There is nothing to write.');
    if (children.length > mostBlocks) throw new HubError('input_invalid', 'At most a hundred lines are added at once.');
    const { results } = await http.patch(childrenPath(pageId), { json: { children }, schema: Appended });
    return { pageId, blockIds: results.map(({ id }) => id) };
  },

  async recover(context, { pageId, text }) {
    const wanted = linesOf(text);
    const { blocks, isWhole } = await childrenOf(context, pageId, 10);
    if (!isWhole) throw new HubError('outcome_unknown');
    const own = blocks.filter((block) => block.type !== 'child_page' && isSince(block, context));
    const starts = own.flatMap((_block, at) =>
      wanted.every((line, n) => own[at + n] && lineOf(own[at + n]!) === line) ? [at] : [],
    );
    const start = onlyOne(starts);
    if (start === undefined) return undefined;
    return { pageId, blockIds: own.slice(start, start + wanted.length).map(({ id }) => id) };
  },

  async undo({ http }, { output }) {
    for (const id of output.blockIds) await http.delete(`/v1/blocks/${encodeURIComponent(id)}`, { idempotent: true });
  },

  examples: [
    { input: { pageId: '15000000-0000-4000-8000-000000000002', text: 'Decided today:\n- Launch stays on Thursday' } },
  ],
});
