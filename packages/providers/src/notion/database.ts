import type { ActionContext } from '@switchboard/provider-kit';
import { z } from 'zod';
import { RichText } from './text.ts';

/** A table of a database, which Notion calls a data source since version 2025-09-03. */
export const NotionDatabase = z.object({
  object: z.literal('data_source'),
  id: z.string(),
  url: z.string(),
  title: RichText,
  properties: z.record(z.string(), z.object({ type: z.string() })),
});

export const databasePath = (id: string): string => `/v1/data_sources/${encodeURIComponent(id)}`;

export const readDatabase = ({ http }: Pick<ActionContext, 'http'>, id: string) =>
  http.get(databasePath(id), { schema: NotionDatabase });
