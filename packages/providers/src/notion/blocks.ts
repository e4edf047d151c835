import type { ActionContext } from '@switchboard/provider-kit';
import { z } from 'zod';
import { childrenPath, listOf } from './fields.ts';
import { plain, rich, RichText } from './text.ts';

/** Most blocks of one call. */
export const mostBlocks = 100;

export const NotionBlock = z.looseObject({
  id: z.string(),
  type: z.string(),
  has_children: z.boolean(),
  created_time: z.string(),
  created_by: z.object({ id: z.string() }),
});
export type NotionBlock = z.infer<typeof NotionBlock>;

/** Lines as blocks: those that begin with a dash are points of a list, empty ones are left out. */
export const blocksOf = (text: string) =>
  text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const point = /^\s*[-*]\s+(\S.*)$/.exec(line)?.[1];
      return point === undefined
        ? { type: 'paragraph' as const, paragraph: { rich_text: rich(line) } }
        : { type: 'bulleted_list_item' as const, bulleted_list_item: { rich_text: rich(point) } };
    });

const Content = z.object({
  rich_text: RichText.optional(),
  title: z.string().optional(),
  checked: z.boolean().optional(),
});

const signs: Readonly<Record<string, string>> = {
  heading_1: '# ',
  heading_2: '## ',
  heading_3: '### ',
  bulleted_list_item: '- ',
  numbered_list_item: '1. ',
  quote: '> ',
};

/** A block as a line of text; undefined where it has no words. */
export function lineOf(block: NotionBlock): string | undefined {
  if (block.type === 'divider') return '---';
  const content = Content.safeParse(block[block.type]);
  if (!content.success) return undefined;
  const { rich_text: text, title, checked } = content.data;
  const words = title ?? plain(text);
  if (block.type === 'to_do') return `- [${checked ? 'x' : ' '}] ${words}`;
  return words === '' ? undefined : (signs[block.type] ?? '') + words;
}

const Blocks = listOf(NotionBlock);

/** The blocks of a page or block, up to so many calls. */
export async function childrenOf({ http }: Pick<ActionContext, 'http'>, id: string, calls: number) {
  const blocks: NotionBlock[] = [];
  let cursor: string | undefined;
  for (let call = 0; call < calls; call += 1) {
    const query = { page_size: mostBlocks, start_cursor: cursor };
    const page = await http.get(childrenPath(id), { query, schema: Blocks });
    blocks.push(...page.results);
    if (page.next_cursor === null) return { blocks, isWhole: true };
    cursor = page.next_cursor;
  }
  return { blocks, isWhole: false };
}
