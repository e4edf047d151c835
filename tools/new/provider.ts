import type { Made } from './create.ts';
import { declarationFiles } from './provider-declaration.ts';
import { sandboxFiles } from './provider-sandbox.ts';
import { camel, capital, wordsOf } from './words.ts';

/** What the files of a new provider are written with. */
export interface ProviderNames {
  readonly id: string;
  /** The name of its value, as `todoist`. */
  readonly value: string;
  readonly title: string;
}

/** A provider's folder, its stand-in's, and its line in the registry: two actions that pass conformance as they are. */
export function providerFiles(_root: string, name: string): Made {
  const words = wordsOf(name);
  const id = words.join('');
  if (!/^[a-z][a-z\d]*$/.test(id)) throw new Error('Name the provider by letters and digits, for example: notion');
  const names: ProviderNames = { id, value: camel(words), title: words.map(capital).join(' ') };
  const folder = `packages/providers/src/${id}`;
  const sandbox = `sandbox/src/${id}`;
  const within = (place: string, files: Record<string, string>) =>
    Object.entries(files).map(([file, text]) => [`${place}/${file}`, text]);
  return {
    files: Object.fromEntries([
      ...within(folder, declarationFiles(names)),
      ...within(sandbox, sandboxFiles(names)),
    ]) as Record<string, string>,
    edits: { 'packages/providers/src/registry.ts': (before) => listed(before, id) },
    next: [
      `Put the facts of ${names.title}'s own documents into ${folder}: endpoints, scopes, hosts, limits, refusals.`,
      `Make ${sandbox} answer as ${names.title} does, and replace the two actions by the first ones a person wants.`,
      `npm test -- ${folder} ${sandbox}; then npm run gen && npm run check. docs/recipes/add-a-provider.md has the steps.`,
    ],
  };
}

/** The registry with one more line. */
function listed(registry: string, id: string): string {
  const last = [...registry.matchAll(/^ {2}import\('\.\/\w+\/index\.ts'\),$/gm)].at(-1);
  if (!last) throw new Error('The registry has another form than this knows.');
  const at = last.index + last[0].length;
  return `${registry.slice(0, at)}\n  import('./${id}/index.ts'),${registry.slice(at)}`;
}
