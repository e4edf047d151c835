let taken = new URLSearchParams();

/**
 * Reads what the address carries after `#` (a set-up code or an invitation) and erases it,
 * so that it stays neither in the history nor in what a later page sees.
 */
export function takeFragment(): void {
  const found = new URLSearchParams(location.hash.slice(1));
  if (!found.has('setup') && !found.has('invitation')) return;
  taken = found;
  history.replaceState(history.state, '', location.pathname + location.search);
}

/** @returns what the address carried under this name when the page was opened. */
export const fromFragment = (name: 'setup' | 'invitation'): string => taken.get(name) ?? '';
