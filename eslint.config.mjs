import hooks from 'eslint-plugin-react-hooks';
import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';
import { bannedGlobals, bannedProperties, bannedSyntax, builtQuery } from './tools/lint/bans.mjs';
import { tooling } from './tools/lint/boundaries.mjs';
import { workspaceRules } from './tools/lint/workspace-rules.mjs';

const source = [
  '{packages,services}/*/src/**/*.{ts,tsx}',
  '{sandbox,host,web}/src/**/*.{ts,tsx}',
  '{tools,e2e}/**/*.ts',
];
const specs = ['**/*.spec.{ts,tsx}', '**/testing/**', '**/testing.ts', 'e2e/**'];
const off = { 'no-restricted-globals': 'off', 'no-restricted-properties': 'off' };

export default tseslint.config(
  { ignores: ['**/node_modules', '**/dist', '.data', '.nx', 'coverage', '**/*.d.ts'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: source,
    extends: [tseslint.configs.recommended],
    plugins: { regexp },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'max-lines': ['error', { max: 200 }],
      'no-restricted-globals': ['error', ...bannedGlobals],
      'no-restricted-properties': ['error', ...bannedProperties],
      'no-restricted-syntax': ['error', ...bannedSyntax],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': 'allow-with-description' }],
      'regexp/no-super-linear-backtracking': 'error',
      'no-control-regex': 'error',
      'regexp/no-invisible-character': 'error',
      eqeqeq: 'error',
      'no-var': 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: ['**/src/index.ts', 'packages/nest-kit/src/http/index.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...bannedSyntax.filter(({ selector }) => selector !== 'ExportAllDeclaration')],
    },
  },
  {
    files: ['packages/egress/src/**/*.ts'],
    rules: { 'no-restricted-globals': ['error', ...bannedGlobals.filter(({ name }) => name !== 'fetch')] },
  },
  { files: ['web/src/**/*.{ts,tsx}'], extends: [hooks.configs.flat['recommended-latest']] },
  {
    files: ['**/src/**/config.ts', '**/src/**/config/*.ts', 'packages/nest-kit/src/clock.ts'],
    rules: { 'no-restricted-properties': 'off' },
  },
  { files: ['packages/nest-kit/src/clock.ts', 'web/src/lib/*.ts'], rules: off },
  ...workspaceRules(),
  {
    files: tooling.map((folder) => `${folder}/**/*.ts`),
    rules: { ...off, 'regexp/no-super-linear-backtracking': 'off' },
  },
  {
    files: specs,
    rules: {
      'no-restricted-properties': ['error', ...bannedProperties.filter(({ object }) => object === 'jest')],
      'no-restricted-globals': 'off',
      'no-restricted-syntax': ['error', ...bannedSyntax.filter(({ message }) => message !== builtQuery)],
      'max-lines': 'off',
    },
  },
);
