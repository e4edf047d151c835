import type { Explained, ProviderDeclaration } from '@switchboard/provider-kit';
import { z } from 'zod';

const SlackRefusal = z.object({
  ok: z.literal(false),
  error: z.string().default(''),
  needed: z.string().optional(),
});

/** What Slack's error codes mean (https://docs.slack.dev/reference/methods/chat.postMessage and others, read on 2026-11-21). */
const meanings: readonly (readonly [RegExp, Explained])[] = [
  [
    /^(not_authed|invalid_auth|token_revoked|token_expired|account_inactive|user_removed_from_team)$/,
    { kind: 'credential' },
  ],
  [/^(missing_scope|no_permission)$/, { kind: 'scope' }],
  [/^(ratelimited|rate_limited)$/, { kind: 'limited' }],
  [
    /^(channel|message|user|users|thread|file)_not_found$/,
    { kind: 'not_found', advice: 'Slack has no such thing, or you cannot see it.' },
  ],
  [/^(already_reacted|no_reaction|is_archived|name_taken)$/, { kind: 'conflict' }],
  [/^not_in_channel$/, { kind: 'rejected', advice: 'Join that channel in Slack first.' }],
  [
    /^(cant_update_message|cant_delete_message|edit_window_closed)$/,
    { kind: 'rejected', advice: 'Slack does not let you change that message.' },
  ],
  [/^invalid_cursor$/, { kind: 'rejected', advice: 'That page is not there any more. List it again from the start.' }],
  [/^(bad_client_secret|invalid_client_id|org_login_required|team_access_not_granted)$/, { kind: 'not_set_up' }],
  [/^(internal_error|fatal_error|service_unavailable|request_timeout|team_added_to_org)$/, { kind: 'unavailable' }],
];

/** Slack refuses with status 200 and `ok: false`. */
export const isRefusal = (body: unknown): boolean => SlackRefusal.safeParse(body).success;

export const explain: ProviderDeclaration['explain'] = ({ status, headers, body }) => {
  const parsed = SlackRefusal.safeParse(body);
  const { error = '', needed } = parsed.success ? parsed.data : {};
  const retryAfterSeconds = secondsOf(headers['retry-after']);
  const reason = error || undefined;
  if (status === 429) return { kind: 'limited', reason, retryAfterSeconds };
  if (status >= 500) return { kind: 'unavailable', reason, retryAfterSeconds };

  const [, meaning] = meanings.find(([code]) => code.test(error)) ?? [];
  if (meaning?.kind === 'scope') return { ...meaning, reason: needed ?? reason };
  if (meaning) return { ...meaning, reason, ...(retryAfterSeconds !== undefined && { retryAfterSeconds }) };
  if (status === 401) return { kind: 'credential', reason };
  return { kind: status === 404 ? 'not_found' : 'rejected', reason: reason?.replaceAll('_', ' ') };
};

function secondsOf(value: string | undefined): number | undefined {
  const seconds = Number(value);
  return value !== undefined && Number.isFinite(seconds) && seconds >= 0 ? seconds : undefined;
}
