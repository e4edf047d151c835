import { verifyAudit } from '@switchboard/auth';
import { asAuth } from '../auth-database.ts';
import { say } from '../command.ts';
import type { Command } from '../command.ts';

export const auditVerify: Command = {
  name: 'audit verify',
  about: 'Recomputes the audit chain and its signed checkpoints, and says where it was touched.',
  async run() {
    const { intact, rows, checkpoints, problem } = await asAuth(verifyAudit);
    say(`${rows} rows and ${checkpoints} checkpoints ${intact ? 'are as they were written' : 'were looked at'}.`);
    if (problem) say(problem);
    return intact ? 0 : 1;
  },
};
