const auth = (name: string): string => `https://www.googleapis.com/auth/${name}`;

const full = 'https://mail.google.com/';
const list = (...names: string[]): string[] => [full, ...names.map(auth)];
const addon = {
  compose: 'gmail.addons.current.action.compose',
  action: 'gmail.addons.current.message.action',
  metadata: 'gmail.addons.current.message.metadata',
  readonly: 'gmail.addons.current.message.readonly',
};

/** Scopes by kind of method; any one of a list is enough. */
export const gmailScopes = {
  full: [full],
  profile: list('gmail.compose', 'gmail.metadata', 'gmail.modify', 'gmail.readonly'),
  list: list('gmail.metadata', 'gmail.modify', 'gmail.readonly'),
  get: list(addon.action, addon.metadata, addon.readonly, 'gmail.metadata', 'gmail.modify', 'gmail.readonly'),
  attachment: list(addon.action, addon.readonly, 'gmail.modify', 'gmail.readonly'),
  send: list(addon.compose, 'gmail.compose', 'gmail.modify', 'gmail.send'),
  modify: list('gmail.modify'),
  draftRead: list('gmail.compose', 'gmail.modify', 'gmail.readonly'),
  draftWrite: list(addon.compose, 'gmail.compose', 'gmail.modify'),
  labelRead: list('gmail.labels', 'gmail.metadata', 'gmail.modify', 'gmail.readonly'),
  labelWrite: list('gmail.labels', 'gmail.modify'),
  settings: list('gmail.modify', 'gmail.readonly', 'gmail.settings.basic'),
} as const;

/** True where the token may see headers only. */
export const headersOnly = (scopes: ReadonlySet<string>): boolean =>
  scopes.has(auth('gmail.metadata')) &&
  ![full, auth('gmail.readonly'), auth('gmail.modify')].some((scope) => scopes.has(scope));
