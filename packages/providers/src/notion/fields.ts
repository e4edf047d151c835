import { picked } from '@switchboard/provider-kit';
import { z } from 'zod';

export const pageField = (): ReturnType<typeof picked> =>
  picked({ action: 'notion.search_pages', items: 'pages' }, 64).describe('Page');

export const databaseField = (): ReturnType<typeof picked> =>
  picked({ action: 'notion.list_databases', items: 'databases' }, 64).describe('Database');

export const pageFields = {
  limit: z.int().min(1).max(100).default(25).describe('Most results'),
  cursor: z.string().min(1).max(512).optional().describe('Where the list goes on, as the last answer said'),
};

export const pagePath = (id: string): string => `/v1/pages/${encodeURIComponent(id)}`;
export const childrenPath = (id: string): string => `/v1/blocks/${encodeURIComponent(id)}/children`;

/** A list of Notion's, with where it goes on. */
export const listOf = <T extends z.ZodType>(item: T) =>
  z.object({ results: z.array(item), has_more: z.boolean(), next_cursor: z.string().nullable() });

export const nextOf = ({ next_cursor: next }: { next_cursor: string | null }): { nextCursor?: string } =>
  next === null ? {} : { nextCursor: next };
