import { defineAction, type ActionContext } from '@switchboard/provider-kit';
import { z } from 'zod';
import { childrenOf, lineOf } from '../blocks.ts';
import { pageField } from '../fields.ts';
import { readPage as pageOf, shown, ShownPage } from '../page.ts';

/** How far a page is read: levels of nesting, and calls for what is nested. */
const deepest = 3;
const mostCalls = 12;

export const readPage = defineAction({
  name: 'read_page',
  title: 'Read a page',
  description: 'Reads a page with its properties and its text; long or deeply nested pages are cut, and say so.',
  effect: 'read',
  idempotent: true,
  needs: ['pages.read'],
  phrases: ['read page {pageId}', 'what does {pageId} say'],
  input: z.object({ pageId: pageField() }),
  output: ShownPage.extend({ text: z.string(), isWhole: z.boolean() }),

  /** @see https://developers.notion.com/reference/get-block-children */
  async run(context, { pageId }) {
    const page = shown(await pageOf(context, pageId));
    const reading = { calls: mostCalls, isWhole: true };
    const lines = await linesOf(context, pageId, 0, reading);
    return { ...page, text: lines.join('\n'), isWhole: reading.isWhole };
  },

  examples: [{ input: { pageId: '15000000-0000-4000-8000-000000000001' } }],
});

async function linesOf(
  context: ActionContext,
  id: string,
  depth: number,
  reading: { calls: number; isWhole: boolean },
): Promise<string[]> {
  reading.calls -= 1;
  const { blocks, isWhole } = await childrenOf(context, id, depth === 0 ? 3 : 1);
  reading.isWhole &&= isWhole;
  const lines: string[] = [];
  for (const block of blocks) {
    const line = lineOf(block);
    if (line !== undefined) lines.push('  '.repeat(depth) + line);
    // A page inside this one is read by itself.
    if (!block.has_children || ['child_page', 'child_database'].includes(block.type)) continue;
    if (depth + 1 >= deepest || reading.calls === 0) reading.isWhole = false;
    else lines.push(...(await linesOf(context, block.id, depth + 1, reading)));
  }
  return lines;
}
