import { outsideId } from '@switchboard/contracts';
import type { z } from 'zod';

/** How an id becomes a choice: the action that lists them, and where in its output the rows, their ids and their names are. */
export interface Picked {
  /** An action ref, as `asana.list_projects`. */
  readonly action: string;
  /** The output's member that holds the rows; a dot leads into each row, as `checklists.items`. */
  readonly items: string;
  /** Members of a row; `id` and `title` unless told. */
  readonly value?: string;
  readonly label?: string;
  /**
   * What the list is asked with: fields of this form by the names that the list's input has for them. The choice is offered once
   * all of them are filled.
   */
  readonly given?: Readonly<Record<string, string>>;
  /** Only rows whose members are these, as `{ kind: 'folder' }`. */
  readonly where?: Readonly<Record<string, string | boolean>>;
}

/** A field that forms show as a searchable choice. Printed into JSON Schema as `picked`. */
export const asChoice = <Field extends z.ZodType>(field: Field, choice: Picked): Field =>
  field.meta({ picked: choice });

/** An id of the provider's that forms show as a searchable choice. */
export const picked = (choice: Picked, maxLength = 512): z.ZodString => asChoice(outsideId(maxLength), choice);
