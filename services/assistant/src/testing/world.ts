import {
  type CalendarEvent,
  type FileItem,
  type MailSummary,
  type Proposal,
  rolePermissions,
  type Task,
} from '@switchboard/contracts';
import type { Caller } from '@switchboard/nest-kit';

/** What the other services would hold. */
export interface World {
  readonly now?: string;
  readonly contacts?: readonly { name: string; emails: string[] }[];
  readonly events?: readonly Partial<CalendarEvent>[];
  readonly mails?: readonly Partial<MailSummary>[];
  /** What the one account allows; everything unless given. */
  readonly features?: readonly string[];
  /** Two accounts that could do everything, neither the default. */
  readonly ambiguous?: boolean;
  /** Accounts at other providers, each with all that the kinds of capabilities named have. */
  readonly others?: readonly { provider: string; title: string; label: string; kinds: readonly string[] }[];
  readonly tasks?: readonly Partial<Task>[];
  readonly lists?: readonly { id: string; title: string }[];
  readonly files?: readonly Partial<FileItem>[];
  readonly chats?: readonly { id: string; title: string }[];
}

export const id = (last: number): string => `01890000-0000-7000-8000-${String(last).padStart(12, '0')}`;
export const instant = '2026-01-01T00:00:00Z';

export type Input = Readonly<Record<string, string | undefined>>;

/** A card of these steps. */
export const proposalOf = (
  steps: readonly { input: unknown }[],
  { number, status, output }: { number: number; status: string; output: unknown },
): Proposal =>
  ({
    id: id(100 + number),
    digest: 'd'.repeat(64),
    status,
    steps: steps.map(({ input }) => ({
      action: 'google.any',
      actionVersion: 1,
      title: 'Any',
      effect: 'write',
      connectionId: id(1),
      provider: 'google',
      account: { subject: '1' },
      accountLabel: 'ada@home.example',
      inputSchema: {},
      fields: [],
      undo: true,
      input,
      output,
    })),
    warnings: [],
    tainted: false,
    unnamed: [],
    createdAt: instant,
    expiresAt: instant,
  }) as never;

export const ada: Caller = {
  claims: {
    hubId: id(3),
    memberId: id(4),
    role: 'owner',
    via: 'session',
    sessionId: id(5),
    permissions: [...rolePermissions.owner],
    authenticatedAt: 0,
    issuedAt: 0,
    expiresAt: 4_000_000_000,
  } as never,
  statement: 'checked',
  traceId: 'trace',
  deadlineMs: 60_000,
  signal: new AbortController().signal,
};
