import { z } from 'zod';

/** Every code that may cross a process or reach a person, with its HTTP status and its default sentence. */
export const errorTable = {
  input_invalid: [400, 'Some fields are not right.'],
  flow_invalid: [400, 'This sign-in link is not valid any more. Start again.'],
  proposal_changed: [409, 'The card changed since you saw it. Look at it again.'],
  unauthenticated: [401, 'Sign in first.'],
  credentials_wrong: [401, 'The e-mail address or the password is not right.'],
  not_permitted: [403, 'You may not do that.'],
  reauthentication_required: [403, 'Sign in again to confirm that it is you.'],
  origin_refused: [403, 'This request did not come from the dashboard.'],
  scope_missing: [403, 'The connected account has not granted what this needs.'],
  not_found: [404, 'There is no such thing.'],
  connection_unknown: [404, 'There is no such connection.'],
  provider_unknown: [404, 'There is no such provider.'],
  action_unknown: [404, 'There is no such action.'],
  proposal_unknown: [404, 'There is no such proposal.'],
  method_not_allowed: [405, 'This address does not take that method.'],
  conflict: [409, 'That is not possible in the present state.'],
  already_set_up: [409, 'This hub already has an owner.'],
  reconnect_required: [409, 'The account must be connected again.'],
  account_mismatch: [409, 'That is another account than the one connected here.'],
  connection_missing: [409, 'No account is connected for this.'],
  connection_ambiguous: [409, 'Several accounts could do this. Choose one.'],
  provider_not_set_up: [409, 'This provider is not set up yet.'],
  proposal_closed: [409, 'This card is already decided.'],
  proposal_expired: [410, 'This card has expired. Ask again.'],
  idempotency_in_progress: [409, 'The same request is still running.'],
  idempotency_mismatch: [422, 'This Idempotency-Key was used with another request.'],
  payload_too_large: [413, 'That is too large.'],
  media_type_unsupported: [415, 'Send JSON with the content type application/json.'],
  rate_limited: [429, 'Too many requests. Wait a moment.'],
  consent_denied: [400, 'Access was not granted.'],
  provider_limited: [429, 'The provider limits how often it may be asked.'],
  provider_rejected: [422, 'The provider refused the request.'],
  provider_misconfigured: [422, 'The provider does not accept the client that is set up here.'],
  provider_unavailable: [502, 'The provider does not answer.'],
  outcome_unknown: [502, 'It is not known whether this happened. Look at the provider before you try again.'],
  egress_refused: [403, 'That address is not allowed.'],
  service_unavailable: [503, 'A part of the hub is not available. Try again in a moment.'],
  deadline_exceeded: [504, 'That took too long.'],
  internal: [500, 'Something went wrong on our side.'],
} as const satisfies Record<string, readonly [status: number, title: string]>;

export type ErrorCode = keyof typeof errorTable;
export const ErrorCode = z.enum(Object.keys(errorTable) as [ErrorCode, ...ErrorCode[]]);

/** One field that was wrong: a JSON pointer and a sentence. */
export const FieldError = z.object({ path: z.string(), message: z.string() });
export type FieldError = z.infer<typeof FieldError>;

/** What an error carries beside its code; never a credential, never a provider's raw body. */
export const ErrorDetails = z.object({
  errors: z.array(FieldError).optional(),
  retryAfterSeconds: z.number().int().nonnegative().optional(),
  /** The provider's own short reason, at most 200 characters. */
  reason: z.string().max(200).optional(),
  provider: z.string().optional(),
  connectionId: z.string().optional(),
  missingFeatures: z.array(z.string()).optional(),
  /** What to choose from: of an ambiguous account its connection id, a label that tells it from the others, provider and address. */
  choices: z
    .array(
      z.object({ id: z.string(), label: z.string(), provider: z.string().optional(), account: z.string().optional() }),
    )
    .optional(),
});
export type ErrorDetails = z.infer<typeof ErrorDetails>;

/** The only error that crosses a process. `message` is shown to people. */
export class HubError extends Error {
  override readonly name = 'HubError';
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, message?: string, details: ErrorDetails = {}, options?: ErrorOptions) {
    super(message ?? errorTable[code][1], options);
    this.code = code;
    this.details = details;
  }

  get status(): number {
    return errorTable[this.code][0];
  }
}

/** A HubError as it travels. */
export const WireError = z.object({ code: ErrorCode, message: z.string(), details: ErrorDetails });
export type WireError = z.infer<typeof WireError>;

/** RFC 9457 problem document with the hub's members. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: ErrorCode,
  detail: z.string(),
  traceId: z.string(),
  errors: z.array(FieldError).optional(),
  ...ErrorDetails.omit({ errors: true }).shape,
});
export type Problem = z.infer<typeof Problem>;
