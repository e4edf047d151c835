import { mayImport, sharedFolders } from './tools/lint/boundaries.mjs';

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

/** A provider stands alone: its folder imports itself and the folders that name no provider. */
const providersApart = Object.entries(sharedFolders).map(([folder, shared]) => ({
  name: `providers-apart-in-${folder.replace('/', '-')}`,
  severity: 'error',
  from: { path: `^${folder}/src/([^/]+)/`, pathNot: '/src/testing/[^/]+\\.spec\\.ts$' },
  to: { path: `^${folder}/src/[^/]+/`, pathNot: `^${folder}/src/($1|${shared.join('|')})/` },
}));

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
    ...providersApart,
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
