import { readFileSync } from 'node:fs';

interface Templates {
  /** Words for the blanks. */
  readonly fillings: Readonly<Record<string, readonly string[]>>;
  /** What each act sounds like; blanks in braces. */
  readonly templates: Readonly<Record<string, readonly string[]>>;
}

const source = new URL('./own-templates.json', import.meta.url);

/** Sentences of our own for what the public sets hardly cover: templates with every blank filled from our own word lists, the same each time. */
export function ownExamples(perTemplate = 9): { text: string; accept: string[] }[] {
  const { fillings, templates } = JSON.parse(readFileSync(source, 'utf8')) as Templates;
  let seed = 20_261;
  const pick = (list: readonly string[]) => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return list[(seed >>> 8) % list.length] ?? '';
  };
  const fill = (template: string) =>
    template.replace(/\{(\w+)\}/g, (_, name: string) => pick(fillings[name] ?? [name]));
  return Object.entries(templates).flatMap(([label, texts]) =>
    texts.flatMap((template) => {
      const times = template.includes('{') ? perTemplate : 2;
      return Array.from({ length: times }, () => ({ text: fill(template), accept: [label] }));
    }),
  );
}
