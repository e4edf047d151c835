const pages = [
  'connections',
  'connected',
  'assistant',
  'chat',
  'calendar',
  'mail',
  'actions',
  'activity',
  'runs',
  'api-keys',
  'secrets',
  'audit',
  'members',
  'settings',
  'providers',
  'sign-in',
  'setup',
  'welcome',
];
/** Plain path segments, and a query of plain names and values; nothing that a browser could read as another address. */
const ownPath = new RegExp(
  `^/(?:(?:${pages.join('|')})(?:/[A-Za-z0-9_-]{1,64}){0,4})?(?:\\?[A-Za-z0-9_=&.-]{0,200})?$`,
);

/** A listed path of our own, or the fallback (O-16). */
export const safeReturnTo = (asked: string, fallback: string): string => (ownPath.test(asked) ? asked : fallback);
