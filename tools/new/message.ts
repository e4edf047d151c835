import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Made } from './create.ts';
import { camel, wordsOf } from './words.ts';

const services = ['auth', 'integrations', 'assistant', 'gateway'];

/** `<service>.<noun>.<verb>`: its declaration in contracts and a spec of its shape. */
export function messageFiles(root: string, name: string): Made {
  const [service = '', noun = '', verb = '', ...more] = name.split('.');
  if (!services.includes(service) || !noun || !verb || more.length > 0) {
    throw new Error('Name the message as <service>.<noun>.<verb>, for example: npm run new message auth.session.end');
  }
  const value = camel([...wordsOf(verb), ...wordsOf(noun)]);
  const file = `${wordsOf(noun).join('-')}-${wordsOf(verb).join('-')}`;
  const index = 'packages/contracts/src/index.ts';
  const declaration = `import { z } from 'zod';
import { defineMessage } from './message.ts';

/** Asked by \`gateway\`; answered by \`${service}\`. */
export const ${value} = defineMessage({
  subject: '${name}',
  callers: ['gateway'],
  permission: 'self',
  request: z.object({}),
  reply: z.object({}),
  errors: [],
  timeoutMs: 5_000,
});
`;
  const spec = `import { expect, test } from '@jest/globals';
import { ${value} } from './${file}.ts';

test('${name} is asked by the gateway, and takes what it declares', () => {
  expect(${value}.callers).toEqual(['gateway']);
  expect(${value}.request.safeParse({}).success).toBe(true);
});
`;
  readFileSync(path.join(root, index), 'utf8');
  return {
    files: { [`packages/contracts/src/${file}.ts`]: declaration, [`packages/contracts/src/${file}.spec.ts`]: spec },
    edits: { [index]: (before) => `${before.trimEnd()}\nexport * from './${file}.ts';\n` },
    next: [
      'Fill in callers, permission, request, reply and errors.',
      `Answer it in services/${service} with @HandleMessage(${value}) on a controller.`,
      'npm run gen, which lets NATS pass it; then npm run check.',
    ],
  };
}
