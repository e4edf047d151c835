import { invalid } from './errors.ts';
import type { Shape } from './render.ts';

/** What is left out of a record that is not asked for whole. */
const compact = new Set(['gid', 'resource_type', 'name', 'resource_subtype']);

/** Members that a record of a kind may lack, though Asana knows them. */
const optional = new Set(['external', 'external.data', 'external.gid', 'completed_at', 'section', 'section.name']);

/** The compact form of a record. */
export const compacted = (shape: Shape, more: readonly string[] = []): Shape =>
  Object.fromEntries(Object.entries(shape).filter(([name]) => compact.has(name) || more.includes(name)));

/**
 * The members that `opt_fields` names, and always the gid.
 * @throws {Refusal} for a member that no record of this kind has, where Asana itself would leave it out without a word.
 */
export function selected(shape: Shape, optFields: string): Shape {
  const paths = optFields.split(',').map((path) => path.trim().split('.'));
  return picked(shape, paths, optFields);
}

function picked(shape: Shape, paths: readonly (readonly string[])[], whole: string): Shape {
  const names = [...new Set(paths.map(([name]) => name!))];
  const unknown = names.find(
    (name) => !Object.hasOwn(shape, name) && !optional.has(name) && !['offset', 'uri', 'path'].includes(name),
  );
  if (unknown !== undefined) throw invalid(`opt_fields: ${unknown} is not a field here (${whole.slice(0, 100)})`);
  const entries = names
    .filter((name) => Object.hasOwn(shape, name))
    .map((name) => {
      const deeper = paths.filter(([first, ...rest]) => first === name && rest.length > 0).map(([, ...rest]) => rest);
      return [name, inside(shape[name], deeper, whole)];
    });
  return { ...(shape.gid !== undefined && { gid: shape.gid }), ...Object.fromEntries(entries) };
}

function inside(value: unknown, paths: readonly (readonly string[])[], whole: string): unknown {
  if (Array.isArray(value)) return value.map((one) => inside(one, paths, whole));
  if (typeof value !== 'object' || value === null) return value;
  const shape = value as Shape;
  if (paths.length > 0) return picked(shape, paths, whole);
  return 'gid' in shape ? { gid: shape.gid, resource_type: shape.resource_type } : shape;
}
