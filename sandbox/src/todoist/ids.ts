/** Sixteen characters, as Todoist's own. */
export const idOf = (kind: 'P' | 'S' | 'T' | 'C', number: number): string =>
  `6${kind}${String(number).padStart(14, '0')}`;
