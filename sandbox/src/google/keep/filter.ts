import { invalid } from '../errors.ts';
import type { StoredNote } from './state.ts';

const times = { create_time: 'createTime', update_time: 'updateTime', trash_time: 'trashTime' } as const;

/** Reads one comparison of a filter (AIP-160). @throws {GoogleError} 400 for what Keep cannot filter by. */
function termOf(term: string): (note: StoredNote) => boolean {
  if (/^(?:-|NOT )trashed$/.test(term) || term === 'trashed = false') return ({ trashTime }) => trashTime === undefined;
  if (term === 'trashed' || term === 'trashed = true') return ({ trashTime }) => trashTime !== undefined;
  const [, name, operator, quoted] = /^(create_time|update_time|trash_time) (<=|>=|<|>|=) "([^"]+)"$/.exec(term) ?? [];
  const wanted = Date.parse(quoted ?? '');
  if (!name || Number.isNaN(wanted)) throw invalid('Invalid filter.', 'filter');
  return (note) => {
    const value = Date.parse(note[times[name as keyof typeof times]] ?? '');
    if (operator === '=') return value === wanted;
    const beyond = operator!.startsWith('<') ? value < wanted : value > wanted;
    return beyond || (operator!.endsWith('=') && value === wanted);
  };
}

/** True for the notes a listing shows; without a filter those that are not in the bin. */
export function isListed(filter: string | undefined): (note: StoredNote) => boolean {
  const terms = (filter ?? '-trashed').split(' AND ').map((term) => termOf(term.trim()));
  return (note) => terms.every((term) => term(note));
}
