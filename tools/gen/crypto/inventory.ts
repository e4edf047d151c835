export interface CryptoUse {
  /** What is protected, in a few words. */
  readonly what: string;
  readonly algorithm: string;
  /** Where its key or randomness comes from, and how long it lives; a dash where there is none. */
  readonly key: string;
  /** The only files that may import cryptography for it. */
  readonly files: readonly string[];
}

/** Every use of cryptography in the running hub (V-18). A file outside this list that imports some fails a test. */
export const cryptoInventory: readonly CryptoUse[] = [
  {
    what: 'Credentials at rest: the content of an envelope',
    algorithm: 'AES-256-GCM, 96-bit random nonce, 128-bit tag, bound to its row by associated data',
    key: 'a random 256-bit data key per write, kept only wrapped',
    files: ['packages/vault/src/gcm.ts', 'packages/vault/src/envelope.ts'],
  },
  {
    what: 'Credentials at rest: the wrapped data key',
    algorithm: 'AES-256-GCM, 96-bit random nonce, 128-bit tag; HKDF-SHA-256 for check values',
    key: "the key ring's active key, 256 bits, from file, environment or command; at most 2^32 wraps",
    files: [
      'packages/vault/src/key-ring.ts',
      'packages/vault/src/key-source.ts',
      'services/auth/src/credentials/ring-keeper.ts',
    ],
  },
  {
    what: 'A credential on its way from auth to the service that sends it',
    algorithm: 'X25519, HKDF-SHA-256, AES-256-GCM',
    key: 'a key pair of the asker for one reply, and one of the sender for one box',
    files: ['packages/vault/src/sealed-box.ts'],
  },
  {
    what: 'A credential in the memory of a service',
    algorithm: 'AES-256-GCM, 96-bit random nonce, 128-bit tag',
    key: 'a random key that dies with the process',
    files: ['packages/vault/src/memory-seal.ts'],
  },
  {
    what: 'Everything that passes NATS',
    algorithm: 'HKDF-SHA-256, AES-256-GCM, counted 96-bit nonce, 128-bit tag',
    key: 'a key for each process, derived from the secret that only the services share and a random 128-bit salt',
    files: ['packages/nest-kit/src/bus/bus-seal.ts'],
  },
  {
    what: 'OAuth state, nonce and PKCE verifier',
    algorithm: '256 random bits each; S256 challenge by SHA-256',
    key: 'per flow, ten minutes, once',
    files: ['packages/oauth/src/pkce.ts', 'packages/oauth/src/check-client.ts'],
  },
  {
    what: 'Callbacks that a provider signs',
    algorithm: 'HMAC-SHA-256 over the sorted parameters, compared in constant time',
    key: "the hub's client secret at that provider",
    files: ['packages/oauth/src/callback-rules.ts'],
  },
  {
    what: 'What stands between the parts of an upload, so that no file can pretend to be one',
    algorithm: '144 random bits',
    key: 'per request',
    files: ['packages/provider-kit/src/multipart.ts'],
  },
  {
    what: 'What Box wants to be told of the parts of an upload; nothing is kept safe by it',
    algorithm: 'SHA-1',
    key: '—',
    files: ['packages/providers/src/box/sha1.ts'],
  },
  {
    what: 'ID tokens of providers',
    algorithm: 'RS256, PS256 or ES256, verified only',
    key: "the declared issuer's key set",
    files: ['packages/oauth/src/id-token.ts'],
  },
  {
    what: 'The assertion by which a service account acts for a person (RFC 7523)',
    algorithm: 'RS256',
    key: "the private key in the service account's file, an envelope of its connection",
    files: ['packages/oauth/src/assertion.ts'],
  },
  {
    what: 'Who asks: the statement that travels between services',
    algorithm: 'Ed25519',
    key: 'private in auth, public in the others; made at the first start or given by the operator',
    files: ['packages/nest-kit/src/statement.ts', 'services/auth/src/config.ts'],
  },
  {
    what: 'Sessions, browser cookies, invitations and other tokens',
    algorithm: '256 random bits; kept as SHA-256; compared in constant time',
    key: 'per token',
    files: [
      'services/auth/src/sessions/tokens.ts',
      'services/gateway/src/sign-in/cookies.ts',
      'services/gateway/src/sign-in/callers.service.ts',
    ],
  },
  {
    what: 'API keys',
    algorithm: 'at least 190 random bits, CRC-32 against typos; kept as HMAC-SHA-256; compared in constant time',
    key: 'one HMAC key of the hub, in auth',
    files: ['services/auth/src/api-keys/api-key-format.ts'],
  },
  {
    what: 'Passwords of people',
    algorithm: 'argon2id, 19 MiB, two passes, one lane',
    key: '—',
    files: ['services/auth/src/people/passwords.service.ts'],
  },
  {
    what: 'A bundle of connections that a person takes along',
    algorithm:
      'argon2id, 64 MiB, three passes, one lane; AES-256-GCM, 96-bit random nonce, 128-bit tag, header authenticated',
    key: "the person's passphrase with 128 random bits of salt; not kept",
    files: ['services/auth/src/bundles/bundle-format.ts'],
  },
  {
    what: 'Fingerprints of requests with an Idempotency-Key',
    algorithm: 'HMAC-SHA-256',
    key: 'the session token or API key that the caller showed; not kept',
    files: ['services/gateway/src/sign-in/strategies.ts'],
  },
  {
    what: 'Digests: request bodies, proposals, staged files, refused tokens, inline page parts, ETags',
    algorithm: 'SHA-256',
    key: '—',
    files: [
      'services/auth/src/connections/checks.service.ts',
      'services/auth/src/credentials/access.service.ts',
      'services/gateway/src/flows/static-page.ts',
      'services/gateway/src/http/json-body.ts',
      'services/gateway/src/pages/web-folder.ts',
      'services/integrations/src/credentials/credentials.service.ts',
      'services/integrations/src/files/files.service.ts',
      'services/integrations/src/proposals/digest.ts',
    ],
  },
  {
    what: 'The audit chain as it is verified, and its checkpoints',
    algorithm: 'SHA-256 over each row and the hash before it; Ed25519 over where the chain stands, every hour',
    key: 'private in auth, made at the first start or given by the operator',
    files: [
      'services/auth/src/audit/audit-log.ts',
      'services/auth/src/audit/chain.ts',
      'services/auth/src/audit/checkpoint.ts',
    ],
  },
  {
    what: 'The secrets made at the first start, and the set-up code',
    algorithm: '256 random bits; Ed25519 key pairs; 128 random bits',
    key: 'in the data folder, mode 0600',
    files: ['host/src/secrets.ts', 'host/src/operator-secrets.ts', 'host/src/ground.ts'],
  },
  {
    what: 'Names that must not be guessed or repeat: trace ids, lease owners, page nonces',
    algorithm: '64 or 128 random bits',
    key: '—',
    files: [
      'packages/nest-kit/src/clock.ts',
      'services/auth/src/credentials/leases.ts',
      'services/gateway/src/pages/index-page.ts',
    ],
  },
];

/** The hub's audit chain is hashed inside PostgreSQL; TLS is Node's own. Neither imports anything. */
export const outsideTheList = 'The audit chain is hashed by the database itself; TLS 1.2 and later is that of Node.js.';
