import { mayImport } from './tools/lint/boundaries.mjs';

const workspaces = Object.keys(mayImport);
const folderOf = (name) => workspaces.find((folder) => folder.split('/').at(-1) === name.split('/')[0]);

/** The same table as the import lint, checked on the files that imports really lead to; and no cycles anywhere. */
const boundaries = workspaces.map((folder) => {
  const allowed = [folder, ...mayImport[folder].map(folderOf)];
  return {
    name: `boundary-of-${folder.replace('/', '-')}`,
    severity: 'error',
    from: { path: `^${folder}/src/`, pathNot: '\\.spec\\.tsx?$|/testing(/|\\.ts$)' },
    to: { path: '^(packages|services|sandbox|host|web)/', pathNot: `^(${allowed.join('|')})/` },
  };
});

export default {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-specs-in-source',
      severity: 'error',
      from: { pathNot: '\\.spec\\.tsx?$' },
      to: { path: '\\.spec\\.tsx?$' },
    },
    ...boundaries,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '/dist/|^e2e/' },
    tsPreCompilationDeps: false,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['@switchboard/source', 'node', 'import', 'default'],
    },
  },
};
