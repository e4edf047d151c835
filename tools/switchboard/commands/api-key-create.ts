import { parseArgs } from 'node:util';
import { createApiKeyFor } from '@switchboard/auth';
import { ApiKeyScope, HubError } from '@switchboard/contracts';
import { asAuth } from '../auth-database.ts';
import { CommandError, say } from '../command.ts';
import type { Command } from '../command.ts';

const options = {
  name: { type: 'string' },
  scopes: { type: 'string' },
  days: { type: 'string' },
  member: { type: 'string' },
  connection: { type: 'string' },
} as const;

export const apiKeyCreate: Command = {
  name: 'api-key create',
  usage: '--name <name> --scopes <a,b> [--days <n>] [--member <e-mail>] [--connection <id>]',
  about: `Makes an API key and shows it once. Scopes: ${ApiKeyScope.options.join(', ')}.`,
  async run(args) {
    const { values } = parseArgs({ args: [...args], options });
    const { name, scopes, days, member, connection } = values;
    if (!name || !scopes)
      throw new CommandError('Say --name and --scopes, for example: --name backup --scopes runs:read');
    const body = {
      name,
      scopes: scopes.split(',').map((scope) => scope.trim()) as ApiKeyScope[],
      ...(days && { expiresInDays: Number(days) }),
      ...(connection && { connectionId: connection }),
    };
    const made = await asAuth((auth) => createApiKeyFor({ ...auth, email: member }, body)).catch((error: unknown) => {
      if (error instanceof HubError) throw new CommandError(`${error.message} ${JSON.stringify(error.details)}`);
      throw error;
    });
    say(made.key);
    return 0;
  },
};
