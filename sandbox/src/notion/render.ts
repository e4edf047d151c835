import { users, workspace, type NotionUser } from './accounts.ts';
import type {
  NotionState,
  PropertyType,
  StoredBlock,
  StoredComment,
  StoredDatabase,
  StoredPage,
  StoredValue,
} from './state.ts';

type Shape = Record<string, unknown>;
const annotations = {
  bold: false,
  italic: false,
  strikethrough: false,
  underline: false,
  code: false,
  color: 'default',
};

const richText = (text: string): Shape[] =>
  text === '' ? [] : [{ type: 'text', text: { content: text, link: null }, annotations, plain_text: text, href: null }];

const who = (id: string): Shape => ({ object: 'user', id });

export const person = ({ id, name, email }: NotionUser): Shape => ({
  object: 'user',
  id,
  name,
  avatar_url: null,
  type: 'person',
  person: { email },
});

export const bot = (user: NotionUser): Shape => ({
  object: 'user',
  id: user.botId,
  name: 'Switchboard',
  avatar_url: null,
  type: 'bot',
  bot: { owner: { type: 'user', user: person(user) }, workspace_name: workspace.name, workspace_id: workspace.id },
});

const webOf = (id: string): string => `https://www.notion.so/${id.replaceAll('-', '')}`;

const shapes: Readonly<Record<PropertyType, (value: StoredValue) => unknown>> = {
  title: (value) => richText(String(value ?? '')),
  rich_text: (value) => richText(String(value ?? '')),
  number: (value) => value,
  checkbox: (value) => value === true,
  url: (value) => value,
  select: (value) => (value === null ? null : { id: String(value), name: value, color: 'default' }),
  status: (value) => (value === null ? null : { id: String(value), name: value, color: 'default' }),
  date: (value) => (value === null ? null : { ...(value as object), time_zone: null }),
  people: (value) =>
    ((value ?? []) as readonly string[]).map((id) => {
      const found = users.find((user) => user.id === id);
      return found ? person(found) : who(id);
    }),
};

/** The properties of a page: those of its database, or its title alone. */
export const schemaOf = (state: NotionState, { parent }: StoredPage): StoredDatabase['properties'] =>
  parent && 'source' in parent ? state.databases[parent.source]!.properties : { title: { id: 'title', type: 'title' } };

const parentOf = (state: NotionState, { parent }: StoredPage): Shape => {
  if (!parent) return { type: 'workspace', workspace: true };
  if ('page' in parent) return { type: 'page_id', page_id: parent.page };
  return {
    type: 'data_source_id',
    data_source_id: parent.source,
    database_id: state.databases[parent.source]!.databaseId,
  };
};

export const titleOf = (state: NotionState, page: StoredPage): string => {
  const name = Object.entries(schemaOf(state, page)).find(([, { type }]) => type === 'title')![0];
  return String(page.values[name] ?? '');
};

export const pageShape = (state: NotionState, page: StoredPage): Shape => ({
  object: 'page',
  id: page.id,
  created_time: page.createdAt,
  last_edited_time: page.editedAt,
  created_by: who(page.by),
  last_edited_by: who(page.by),
  cover: null,
  icon: null,
  parent: parentOf(state, page),
  archived: page.inTrash,
  in_trash: page.inTrash,
  is_locked: false,
  properties: Object.fromEntries(
    Object.entries(schemaOf(state, page)).map(([name, { id, type }]) => [
      name,
      { id, type, [type]: shapes[type](page.values[name] ?? null) },
    ]),
  ),
  url: webOf(page.id),
  public_url: null,
});

export const databaseShape = ({ id, databaseId, title, properties }: StoredDatabase): Shape => ({
  object: 'data_source',
  id,
  cover: null,
  icon: null,
  created_time: '2026-09-01T08:00:00.000Z',
  last_edited_time: '2026-11-01T08:00:00.000Z',
  created_by: who(users[0]!.id),
  last_edited_by: who(users[0]!.id),
  title: richText(title),
  description: [],
  is_inline: false,
  parent: { type: 'database_id', database_id: databaseId },
  database_parent: { type: 'workspace', workspace: true },
  archived: false,
  in_trash: false,
  properties: Object.fromEntries(
    Object.entries(properties).map(([name, { id: property, type, options }]) => [
      name,
      {
        id: property,
        name,
        type,
        [type]: options ? { options: options.map((one) => ({ id: one, name: one, color: 'default' })) } : {},
      },
    ]),
  ),
  url: webOf(databaseId),
  public_url: null,
});

/** A block; a page inside a page is one too. */
export const blockShape = (state: NotionState, block: StoredBlock): Shape => ({
  object: 'block',
  id: block.id,
  parent: Object.hasOwn(state.pages, block.parent)
    ? { type: 'page_id', page_id: block.parent }
    : { type: 'block_id', block_id: block.parent },
  created_time: block.createdAt,
  last_edited_time: block.createdAt,
  created_by: who(block.by),
  last_edited_by: who(block.by),
  has_children: state.blocks.some(({ parent, inTrash }) => parent === block.id && !inTrash),
  archived: block.inTrash,
  in_trash: block.inTrash,
  type: block.type,
  [block.type]:
    block.type === 'child_page'
      ? { title: block.text }
      : {
          rich_text: richText(block.text),
          color: 'default',
          ...(block.type === 'to_do' && { checked: block.checked ?? false }),
        },
});

export const commentShape = (comment: StoredComment): Shape => ({
  object: 'comment',
  id: comment.id,
  parent: { type: 'page_id', page_id: comment.page },
  discussion_id: comment.discussion,
  created_time: comment.createdAt,
  last_edited_time: comment.createdAt,
  created_by: who(comment.by),
  rich_text: richText(comment.text),
});
