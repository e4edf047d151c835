import { readFileSync } from 'node:fs';

const swc = JSON.parse(readFileSync(new URL('./.swcrc', import.meta.url), 'utf8'));
const shared = {
  rootDir: import.meta.dirname,
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '/.data/'],
  modulePathIgnorePatterns: ['/dist/', '/.data/', '/.nx/'],
  testEnvironmentOptions: { customExportConditions: ['@switchboard/source', 'node', 'node-addons'] },
  setupFilesAfterEnv: ['<rootDir>/tools/jest/no-console.mjs'],
  transform: {
    '^.+\\.tsx?$': ['@swc/jest', { ...swc, swcrc: false, jsc: { ...swc.jsc, rewriteRelativeImportExtensions: false } }],
  },
};

const withServers = {
  globalSetup: '<rootDir>/tools/jest/global-setup.mjs',
  globalTeardown: '<rootDir>/tools/jest/global-teardown.mjs',
};

/** unit: beside the source, no network or database. int: real PostgreSQL and bus. e2e: the whole hub. web: pages in jsdom. */
export default {
  // Against a stuck test, not a slow machine.
  testTimeout: 60_000,
  testSequencer: '<rootDir>/tools/jest/longest-first.mjs',
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: ['<rootDir>/{packages,services,host,sandbox,tools}/**/*.spec.ts'],
      testPathIgnorePatterns: [...shared.testPathIgnorePatterns, '\\.int\\.spec\\.ts$'],
    },
    {
      ...shared,
      ...withServers,
      displayName: 'int',
      testMatch: ['<rootDir>/{packages,services,host,sandbox,tools}/**/*.int.spec.ts'],
    },
    {
      ...shared,
      ...withServers,
      // What is shipped is tested: packages resolve to what the build made of them.
      testEnvironmentOptions: { customExportConditions: ['node', 'node-addons'] },
      modulePathIgnorePatterns: ['/.data/', '/.nx/'],
      globalSetup: '<rootDir>/tools/jest/e2e-setup.mjs',
      displayName: 'e2e',
      testMatch: ['<rootDir>/e2e/**/*.spec.ts'],
    },
    {
      ...shared,
      displayName: 'web',
      testMatch: ['<rootDir>/web/src/**/*.spec.{ts,tsx}'],
      testEnvironment: '<rootDir>/tools/jest/web-environment.mjs',
      testEnvironmentOptions: { customExportConditions: ['@switchboard/source', 'browser', 'import'] },
      transform: {
        '^.+\\.tsx?$': [
          '@swc/jest',
          {
            ...swc,
            swcrc: false,
            jsc: {
              ...swc.jsc,
              rewriteRelativeImportExtensions: false,
              parser: { ...swc.jsc.parser, tsx: true },
              transform: { ...swc.jsc.transform, react: { runtime: 'automatic' } },
              experimental: { ...swc.jsc.experimental, keepImportAttributes: true },
            },
          },
        ],
      },
    },
  ],
};
