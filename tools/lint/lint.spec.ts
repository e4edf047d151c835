import { expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
// @ts-expect-error -- plain JavaScript, which the linter's own configuration needs
import { mayImport } from './boundaries.mjs';

interface Planted {
  readonly filePath: string;
  readonly code: string;
  /** What the finding says; nothing is found where it is left out. */
  readonly finds?: string;
}

const root = path.join(import.meta.dirname, '..', '..');
const at = (folder: string, code: string, finds?: string): Planted => ({
  filePath: `${folder}/src/planted.ts`,
  code,
  finds,
});
const imports = (folder: string, name: string, finds?: string): Planted =>
  at(folder, `import { x } from '${name}';\nexport const y = x;\n`, finds);

const planted: readonly Planted[] = [
  imports('services/gateway', '@switchboard/auth', 'services/gateway may import'),
  imports('services/gateway', '@switchboard/egress', 'services/gateway may import'),
  imports('services/gateway', '@switchboard/providers', 'services/gateway may import'),
  imports('services/assistant', '@switchboard/egress', 'services/assistant may import'),
  imports('services/integrations', '@switchboard/vault', 'services/integrations may import'),
  imports('services/integrations', '@switchboard/oauth', 'services/integrations may import'),
  imports('packages/vault', '@switchboard/contracts', 'packages/vault may import no workspace'),
  imports('packages/contracts', '@switchboard/nest-kit', 'packages/contracts may import no workspace'),
  imports('packages/providers', '@switchboard/egress', 'packages/providers may import'),
  imports('web', '@switchboard/nest-kit', 'web may import @switchboard/contracts'),
  imports('services/auth', '@switchboard/testing', 'services/auth may import'),
  imports('services/auth', '../../../packages/vault/src/index.ts', 'by its name, never by its path'),
  imports('services/auth', 'undici', 'goes through packages/egress'),
  imports('services/assistant', 'node:https', 'goes through packages/egress'),
  imports('services/auth', 'node:vm', 'never made from text'),
  imports('services/auth', '@switchboard/vault'),
  imports('services/integrations', '@switchboard/vault/sealing'),
  imports('packages/egress', 'undici'),
  at('services/auth', "export const x = () => fetch('https://example.com');\n", 'goes through packages/egress'),
  at('services/auth', 'export const x = process.env;\n', 'config.ts'),
  at('services/auth', 'export const x = () => Date.now();\n', 'Clock'),
  at('services/auth', "import { randomUUID } from 'node:crypto';\nexport const x = randomUUID();\n", 'Ids'),
  at('services/auth', "console.log('x');\n", 'injected log'),
  at('services/auth', "export const x = (provider: { id: string }) => provider.id === 'google';\n", 'which provider'),
  at('services/auth', 'export const x = { rejectUnauthorized: false };\n', 'Certificates'),
  at('services/auth', "export const x = new Function('return 1');\n", 'never made from text'),
  at('services/auth', "export const x = eval('1');\n", 'never made from text'),
  at('services/auth', "export * from './other.ts';\n", 'package index'),
  at('services/auth', 'export const x = 1;\n'.repeat(1) + '\n'.repeat(201), 'too many lines'),
  {
    filePath: 'services/auth/src/planted.spec.ts',
    code: "import { jest } from '@jest/globals';\njest.mock('x');\n",
    finds: 'fake',
  },
];

/** What turns input into code, SQL or an endless match (G-14). */
const fromInput: readonly Planted[] = [
  at('services/auth', "export const x = eval('1');\n", 'never made from text'),
  at('services/auth', "export const x = Function('return 1');\n", 'never made from text'),
  imports('services/assistant', 'vm', 'never made from text'),
  at('services/auth', 'export const x = (b: { d: number }) => `SELECT 1 WHERE ${b.d} = 1`;\n', 'as a parameter'),
  at('services/auth', 'export const x = (d: () => string) => `DELETE FROM y WHERE z = ${d()}`;\n', 'as a parameter'),
  at(
    'host',
    "export const x = (m: { query(s: string): void }, n: string) => m.query('SELECT ' + n);\n",
    'as a parameter',
  ),
  at('services/auth', 'const most = 5;\nexport const x = `SELECT 1 LIMIT ${most}`;\n'),
  at('services/auth', 'export const x = (text: string) => /^(?:a+)+$/u.test(text);\n', 'backtracking'),
];

function findings(texts: readonly Planted[]): string[][] {
  const script = path.join(import.meta.dirname, 'lint-planted.mjs');
  const options = { cwd: root, input: JSON.stringify(texts), encoding: 'utf8' } as const;
  return JSON.parse(execFileSync(process.execPath, [script], options)) as string[][];
}

test('G-14 code from text, SQL from values and a regular expression without end are found', () => {
  const found = findings(fromInput);

  fromInput.forEach(({ code, finds }, index) => {
    expect([code, found[index]]).toEqual([code, finds ? [expect.stringContaining(finds)] : []]);
  });
}, 60_000);

test('every planted breach of a boundary or a ban is found, and nothing else', () => {
  const found = findings(planted);

  planted.forEach(({ filePath, code, finds }, index) => {
    const messages = found[index] ?? [];
    const here = `${filePath}: ${code.split('\n')[0]}`;
    expect([here, messages]).toEqual([here, finds ? [expect.stringContaining(finds)] : []]);
  });
}, 60_000);

test('a workspace depends only on workspaces it may import', () => {
  for (const [folder, allowed] of Object.entries(mayImport) as [string, readonly string[]][]) {
    const { dependencies = {} } = JSON.parse(readFileSync(path.join(root, folder, 'package.json'), 'utf8')) as {
      dependencies?: Record<string, string>;
    };
    const ours = Object.keys(dependencies).filter((name) => name.startsWith('@switchboard/'));
    const names = allowed.map((name) => `@switchboard/${name.split('/')[0]}`);
    expect([folder, ours.filter((name) => !names.includes(name))]).toEqual([folder, []]);
  }
});
