import path from 'node:path';

/** Folders in which programs are looked for: the system's own are not on every user's PATH. */
export const programFolders: readonly string[] = [
  ...(process.env['PATH'] ?? '').split(path.delimiter),
  '/usr/sbin',
  '/usr/local/bin',
  '/usr/local/sbin',
];
