import { outsideId } from '@switchboard/contracts';
import type { z } from 'zod';

/** How an id becomes a choice: the action that lists them, and where in its output the rows, their ids and their names are. */
export interface Picked {
  /** An action ref, as `asana.list_projects`. */
  readonly action: string;
  /** The output's member that holds the rows. */
  readonly items: string;
  /** Members of a row; `id` and `title` unless told. */
  readonly value?: string;
  readonly label?: string;
}

/** An id of the provider's that forms show as a searchable choice and chat as a name. Printed into JSON Schema as `picked`. */
export const picked = (choice: Picked, maxLength = 512): z.ZodString => outsideId(maxLength).meta({ picked: choice });
