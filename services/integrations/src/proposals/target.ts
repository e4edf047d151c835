import { z } from 'zod';

export interface Target {
  /** The field of the input whose id the title stands for. */
  readonly field: string;
  readonly label: string;
  readonly title: string;
}

const Titled = z.object({ title: z.string().trim().min(1).optional(), name: z.string().trim().min(1).optional() });

/**
 * What an action acts on, where its `before` read the title of it: that is what the first id of its input names, given or stored with the
 * connection. A staged file is named by its own line.
 */
export function targetOf({ properties = {} }: z.core.JSONSchema.BaseSchema, before: unknown): Target | undefined {
  const { title, name: named } = Titled.safeParse(before).data ?? {};
  const shown = title ?? named;
  const [field, property] = Object.entries(properties).find(([name]) => /Id$/.test(name)) ?? [];
  if (shown === undefined || field === undefined || typeof property !== 'object' || property['staged'])
    return undefined;
  return { field, label: property.description ?? field, title: shown };
}
