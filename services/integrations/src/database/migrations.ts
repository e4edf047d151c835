import { RunsProposalsFiles1767225600000 } from './migrations/0001-runs-proposals-files.ts';
import { Usage1790000000002 } from './migrations/0002-usage.ts';

/** In the order they run. */
export const migrations = [RunsProposalsFiles1767225600000, Usage1790000000002] as const;
