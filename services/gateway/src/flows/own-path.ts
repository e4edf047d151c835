/** A path of our own origin, or `/`: whatever a browser could read as another place stays home (O-16). */
export function ownPath(wanted: string | undefined): string {
  if (!wanted || !/^\/(?![/\\])[\x21-\x7e]*$/.test(wanted) || /[\\]|%2f%2f|%5c/i.test(wanted)) return '/';
  const home = 'http://home.invalid';
  const url = URL.canParse(wanted, home) ? new URL(wanted, home) : undefined;
  return url?.origin === home && !url.pathname.startsWith('//') ? url.pathname + url.search : '/';
}
