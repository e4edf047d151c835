import { defineAction, picked, type AnyAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { hostsOf, type Hosts } from '../data-centres.ts';
import { asTheyWere, changeRecord, readRecord, type Module } from './records.ts';

interface Change<Fields extends z.ZodRawShape, Stored, Shown extends z.ZodType> {
  /** What one record is called, as `lead`; its id is the field `leadId`, chosen from `search_leads`. */
  readonly noun: string;
  readonly module: Module;
  readonly phrases: readonly string[];
  /** What may be changed; all of it optional. */
  readonly input: Fields;
  readonly stored: z.ZodType<Stored>;
  readonly fields: readonly string[];
  readonly output: Shown;
  show(stored: Stored, hosts: Hosts): z.input<Shown>;
  /** The members that a change writes. */
  write(change: z.output<z.ZodObject<Fields>>): Record<string, unknown>;
  readonly example: Readonly<Record<string, unknown>>;
}

/** The action that changes what is given of one record, and can put it back. */
export function changeAction<Fields extends z.ZodRawShape, Stored, Shown extends z.ZodType>(
  change: Change<Fields, Stored, Shown>,
): AnyAction {
  const { noun, module, input, output } = change;
  const idName = `${noun}Id`;
  const split = (given: Readonly<Record<string, unknown>>) => {
    const { [idName]: id, ...rest } = given;
    return { id: String(id), values: change.write(rest as z.output<z.ZodObject<Fields>>) };
  };
  const idField = picked({ action: `zoho.search_${noun}s`, items: `${noun}s`, label: 'name' });
  const shape: z.ZodRawShape = { [idName]: idField.describe(noun[0]!.toUpperCase() + noun.slice(1)), ...input };

  return defineAction({
    name: `update_${noun}`,
    title: `Change ${noun}`,
    description: `Changes what is given of one ${noun} and leaves the rest. Running it twice has the same effect.`,
    effect: 'write',
    idempotent: true,
    needs: ['crm.read', 'crm.write'],
    phrases: change.phrases,
    input: z.strictObject(shape),
    output: output as z.ZodType,

    async run({ http, settings }, given) {
      const { id, values } = split(given);
      await changeRecord(http, module, id, values);
      return change.show(await readRecord(http, module, change.stored, change.fields, id), hostsOf(settings));
    },

    /** What each member that changes was. */
    before({ http }, given) {
      const { id, values } = split(given);
      return asTheyWere(http, module, id, values);
    },

    undo: ({ http }, { input: given, before }) => changeRecord(http, module, split(given).id, before),

    examples: [{ input: change.example }],
  });
}
