/** @returns a path of this hub to go on to; everything else becomes the start page (no open redirect). */
export const ownPath = (path: string | null): string =>
  path && /^\/(?![/\\])[\w\-./?=&%:~+,@]*$/.test(path) ? path : '/';
