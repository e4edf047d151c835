import { AuditChain1790000000001 } from './migrations/0001-audit-chain.ts';
import { People1790000000002 } from './migrations/0002-people.ts';
import { Connections1790000000003 } from './migrations/0003-connections.ts';
import { Vault1790000000004 } from './migrations/0004-vault.ts';
import { AuditTogether1790000000005 } from './migrations/0005-audit-together.ts';
import { Upkeep1790000000006 } from './migrations/0006-upkeep.ts';
import { Methods1790000000007 } from './migrations/0007-methods.ts';
import { Secrets1790000000008 } from './migrations/0008-secrets.ts';
import { ClientState1790000000009 } from './migrations/0009-client-state.ts';
import { AuditAtOnce1790000000010 } from './migrations/0010-audit-at-once.ts';
import { Pictures1790000000011 } from './migrations/0011-pictures.ts';

/** In the order they run. */
export const migrations = [
  AuditChain1790000000001,
  People1790000000002,
  Connections1790000000003,
  Vault1790000000004,
  AuditTogether1790000000005,
  Upkeep1790000000006,
  Methods1790000000007,
  Secrets1790000000008,
  ClientState1790000000009,
  AuditAtOnce1790000000010,
  Pictures1790000000011,
] as const;
