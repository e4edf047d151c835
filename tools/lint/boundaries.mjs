/**
 * Who may import whom among the workspaces: the table of the architecture, as a value. What is not listed is refused;
 * `vault/sealing` is that one entry of a package and no other.
 * Specs may use `testing` and `sandbox` besides.
 */
export const mayImport = {
  'packages/contracts': [],
  'packages/vault': [],
  'packages/egress': [],
  'packages/local-servers': [],
  'packages/oauth': ['egress'],
  'packages/provider-kit': ['contracts'],
  'packages/providers': ['contracts', 'provider-kit'],
  'packages/nest-kit': ['contracts'],
  'packages/testing': ['contracts', 'nest-kit', 'local-servers'],
  'services/gateway': ['contracts', 'nest-kit', 'nest-kit/http'],
  'services/assistant': ['contracts', 'nest-kit'],
  'services/integrations': ['contracts', 'nest-kit', 'providers', 'provider-kit', 'egress', 'vault/sealing'],
  'services/auth': ['contracts', 'nest-kit', 'providers', 'provider-kit', 'egress', 'oauth', 'vault'],
  sandbox: [],
  host: [
    'auth',
    'integrations',
    'assistant',
    'gateway',
    'contracts',
    'nest-kit',
    'providers',
    'vault',
    'egress',
    'local-servers',
    'sandbox',
  ],
  web: ['contracts'],
};

/** Where each provider has a folder of its own: the folders beside them that name none, and that each of them may import. */
export const sharedFolders = {
  'packages/providers': ['shared', 'testing'],
  sandbox: ['kit', 'seed', 'notes'],
};

/** Only these may open a socket or call outside; everyone else asks `egress`, or the bus. */
export const mayCallOut = [
  'packages/egress',
  'packages/nest-kit',
  'packages/local-servers',
  'packages/testing',
  'sandbox',
  'host',
];

/** Folders whose programs read the environment, the clock and chance directly: they are not part of the running hub. */
export const tooling = ['tools', 'e2e', 'packages/testing', 'sandbox'];
