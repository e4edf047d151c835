export interface Stage {
  /** As other stages copy from it; the last is `final`. */
  readonly name: string;
  readonly image: string;
  readonly steps: readonly { readonly word: string; readonly rest: string }[];
}

/** The stages of a Dockerfile with their instructions in order; continued lines are joined. */
export function readDockerfile(text: string): Stage[] {
  const lines = text
    .replaceAll(/^\s*#.*\n/gm, '')
    .replaceAll(/\\\n\s*/g, '')
    .split('\n')
    .filter(Boolean);
  const stages: { name: string; image: string; steps: { word: string; rest: string }[] }[] = [];
  for (const line of lines) {
    const [word = '', ...words] = line.split(' ');
    const [first = '', , name = 'final'] = words;
    if (word === 'FROM') stages.push({ name, image: first, steps: [] });
    else stages.at(-1)?.steps.push({ word, rest: words.join(' ') });
  }
  return stages;
}
