/** `create task`, `create-task` and `createTask` as their words. */
export const wordsOf = (name: string): string[] =>
  name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter(Boolean);

export const camel = (words: readonly string[]): string =>
  words.map((word, at) => (at === 0 ? word : capital(word))).join('');

export const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
