import { z } from 'zod';
import type { SandboxKit } from '../kit/world.ts';
import { defineMethod, idOf, isShared, listOf, pageBy, pagingQuery, type NotionMethod } from './api.ts';
import type { NotionUser } from './accounts.ts';
import { missing } from './refusals.ts';
import { blockShape, titleOf } from './render.ts';
import { newId, notionState, type NotionState, type StoredBlock } from './state.ts';
import { minute } from './time.ts';
import { plainOf, RichTextRequest } from './values.ts';

const Words = z.strictObject({ rich_text: RichTextRequest });
const kinds = [
  'paragraph',
  'bulleted_list_item',
  'numbered_list_item',
  'heading_1',
  'heading_2',
  'heading_3',
  'quote',
] as const;
const request = <K extends string>(kind: K) =>
  z.strictObject({ object: z.literal('block').optional(), type: z.literal(kind).optional(), [kind]: Words });

/** Blocks that can be written here. */
export const BlockRequest = z.union(kinds.map((kind) => request(kind)));

/** Writes blocks at the end of a page or block. */
export function addBlocks(
  state: NotionState,
  parent: string,
  children: readonly z.infer<typeof BlockRequest>[],
  { by, at }: { by: string; at: string },
): StoredBlock[] {
  const added = children.map((child): StoredBlock => {
    const type = kinds.find((kind) => Object.hasOwn(child, kind))!;
    const text = plainOf(Words.parse((child as Record<string, unknown>)[type]).rich_text);
    return { id: newId(state), parent, type, text, by, createdAt: at, inTrash: false };
  });
  state.blocks.push(...added);
  return added;
}

/** A block that the caller may see. @throws {Refusal} `object_not_found`. */
function blockBy(state: NotionState, account: NotionUser, text: string | undefined): StoredBlock {
  const id = idOf(text);
  const block = state.blocks.find((one) => one.id === id);
  if (!block) throw missing(id);
  const parent = Object.hasOwn(state.pages, block.parent) ? state.pages[block.parent]! : undefined;
  if (parent ? !isShared(state, account, parent) : !blockBy(state, account, block.parent)) throw missing(id);
  return block;
}

/** The page or block whose children are asked for. */
function holderOf(state: NotionState, account: NotionUser, text: string | undefined): string {
  const id = idOf(text);
  return Object.hasOwn(state.pages, id) ? pageBy(state, account, id).id : blockBy(state, account, id).id;
}

/** What stands in a page: its blocks, and the pages inside it. */
function childrenOf(state: NotionState, id: string): StoredBlock[] {
  const pages = Object.values(state.pages)
    .filter(({ parent, inTrash }) => parent && 'page' in parent && parent.page === id && !inTrash)
    .map((page) => ({
      id: page.id,
      parent: id,
      type: 'child_page',
      text: titleOf(state, page),
      by: page.by,
      createdAt: page.createdAt,
      inTrash: false,
    }));
  return [...state.blocks.filter(({ parent, inTrash }) => parent === id && !inTrash), ...pages];
}

export function blockMethods(kit: SandboxKit): NotionMethod[] {
  const touched = (state: NotionState, id: string): void => {
    const page = Object.hasOwn(state.pages, id) ? state.pages[id] : undefined;
    if (page) page.editedAt = minute(kit.clock());
    kit.store.changed();
  };
  return [
    defineMethod({
      id: 'get-block-children',
      http: 'GET',
      path: '/v1/blocks/{block_id}/children',
      scopes: [],
      query: z.strictObject(pagingQuery),
      run({ account, params, query }) {
        const state = notionState(kit);
        const id = holderOf(state, account, params.block_id);
        return listOf(`blocks ${id}`, childrenOf(state, id), query, (block) => blockShape(state, block));
      },
    }),
    defineMethod({
      id: 'patch-block-children',
      http: 'PATCH',
      path: '/v1/blocks/{block_id}/children',
      scopes: [],
      body: z.strictObject({ children: z.array(BlockRequest).min(1).max(100), after: z.string().optional() }),
      run({ account, params, body }) {
        const state = notionState(kit);
        const id = holderOf(state, account, params.block_id);
        const added = addBlocks(state, id, body.children, { by: account.botId, at: minute(kit.clock()) });
        touched(state, id);
        return listOf(`added ${id}`, added, {}, (block) => blockShape(state, block));
      },
    }),
    defineMethod({
      id: 'retrieve-a-block',
      http: 'GET',
      path: '/v1/blocks/{block_id}',
      scopes: [],
      run({ account, params }) {
        const state = notionState(kit);
        return blockShape(state, blockBy(state, account, params.block_id));
      },
    }),
    defineMethod({
      id: 'delete-a-block',
      http: 'DELETE',
      path: '/v1/blocks/{block_id}',
      scopes: [],
      run({ account, params }) {
        const state = notionState(kit);
        const block = blockBy(state, account, params.block_id);
        block.inTrash = true;
        touched(state, block.parent);
        return blockShape(state, block);
      },
    }),
  ];
}
