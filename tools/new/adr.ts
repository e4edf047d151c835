import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Made } from './create.ts';
import { capital, wordsOf } from './words.ts';

const folder = 'docs/adr';

/** The next number, the four headings. */
export function adrFiles(root: string, name: string): Made {
  const present = existsSync(path.join(root, folder)) ? readdirSync(path.join(root, folder)) : [];
  const last = Math.max(0, ...present.map((file) => Number.parseInt(file, 10)).filter(Number.isFinite));
  const number = String(last + 1).padStart(4, '0');
  const file = `${folder}/${number}-${wordsOf(name).join('-')}.md`;
  const text = `# ${number} ${capital(name)}

Status: accepted

## Context

What forces a decision, in a paragraph.

## Decision

What is done from now on, in a paragraph.

## Consequences

What becomes easier, what becomes harder, and what would make us decide again.
`;
  return {
    files: { [file]: text },
    next: ['Keep it under a page.', 'One that replaces another links to it both ways.'],
  };
}
