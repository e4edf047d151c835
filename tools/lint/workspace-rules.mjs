import { bannedModules, socketModules } from './bans.mjs';
import { mayCallOut, mayImport } from './boundaries.mjs';

const inSpecs = [
  'testing',
  'testing/discovery',
  'testing/arbitrary',
  'testing/descriptions/[a-z-]+',
  'sandbox',
  'local-servers',
  'provider-kit/testing',
  'provider-kit/conformance',
];

/** One configuration per workspace: its source may import what the table lists, its specs the test kit besides. */
export function workspaceRules() {
  return Object.entries(mayImport).flatMap(([folder, allowed]) => [
    restrict(folder, [`${folder}/src/**/*.{ts,tsx}`], allowed, mayCallOut.includes(folder)),
    restrict(
      folder,
      [`${folder}/src/**/*.spec.{ts,tsx}`, `${folder}/src/**/testing/**/*.{ts,tsx}`, `${folder}/src/**/testing.ts`],
      [...allowed, ...inSpecs],
      true,
    ),
  ]);
}

function restrict(folder, files, allowed, callsOut) {
  const listed = allowed.map((name) => `@switchboard/${name}`).join(', ') || 'no workspace of ours';
  const names = allowed.join('|');
  const outside = {
    regex: names ? `^@switchboard/(?!(${names})$)` : '^@switchboard/',
    message: `${folder} may import ${listed}.`,
  };
  const across = {
    regex: '(^|/)\\.\\./(packages|services|sandbox|host|web)/',
    message: 'Import another workspace by its name, never by its path.',
  };
  const paths = callsOut ? bannedModules : [...bannedModules, ...socketModules];
  return {
    files,
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { paths, patterns: [outside, across] }] },
  };
}
