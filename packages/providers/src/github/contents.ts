import { repositoryPath } from './fields.ts';

/** The address of a file or folder in the API: the path is one segment, its slashes encoded. */
export const contentsPath = (repositoryId: string, path: string): string =>
  `${repositoryPath(repositoryId)}/contents/${encodeURIComponent(path.replaceAll(/^\/+|\/+$/g, ''))}`;
