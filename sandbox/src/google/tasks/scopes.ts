const auth = 'https://www.googleapis.com/auth/';

/** Scopes by kind of method; any one of a list is enough. */
export const tasksScopes = {
  read: [`${auth}tasks`, `${auth}tasks.readonly`],
  write: [`${auth}tasks`],
} as const;
