import { z } from 'zod';

export const HubId = z.uuidv7().brand('HubId');
export type HubId = z.infer<typeof HubId>;
export const MemberId = z.uuidv7().brand('MemberId');
export type MemberId = z.infer<typeof MemberId>;
export const SessionId = z.uuidv7().brand('SessionId');
export type SessionId = z.infer<typeof SessionId>;
export const ApiKeyId = z.uuidv7().brand('ApiKeyId');
export type ApiKeyId = z.infer<typeof ApiKeyId>;
export const ConnectionId = z.uuidv7().brand('ConnectionId');
export type ConnectionId = z.infer<typeof ConnectionId>;
export const FlowId = z.uuidv7().brand('FlowId');
export type FlowId = z.infer<typeof FlowId>;
export const RunId = z.uuidv7().brand('RunId');
export type RunId = z.infer<typeof RunId>;
export const ProposalId = z.uuidv7().brand('ProposalId');
export type ProposalId = z.infer<typeof ProposalId>;
export const ThreadId = z.uuidv7().brand('ThreadId');
export type ThreadId = z.infer<typeof ThreadId>;
/** A staged file; JSON Schema says `staged`, so that a form offers to add one. */
export const NoticeId = z.uuidv7().brand('NoticeId');
export type NoticeId = z.infer<typeof NoticeId>;
export const FileId = z.uuidv7().meta({ staged: true }).brand('FileId');
export type FileId = z.infer<typeof FileId>;

/** A provider's id, as in its folder: `google`. */
export const ProviderId = z.string().regex(/^[a-z][a-z0-9]{1,31}$/);
export type ProviderId = z.infer<typeof ProviderId>;

/** `<provider>.<action>`, for example `asana.create_task`. */
export const ActionRef = z
  .string()
  .regex(/^[a-z][a-z0-9]*\.[a-z][a-z0-9_]*$/)
  .brand('ActionRef');
export type ActionRef = z.infer<typeof ActionRef>;

/** A feature of a provider, for example `calendar.write`. */
export const Feature = z.string().regex(/^[a-z][a-z0-9]*(\.[a-z][a-z0-9]*)*$/);
export type Feature = z.infer<typeof Feature>;

/** @returns the schema of a provider's own id, which may stand in a path: never `.` or `..`. */
export const outsideId = (maxLength: number) =>
  z
    .string()
    .min(1)
    .max(maxLength)
    .refine((id) => id !== '.' && id !== '..', 'That is not an id.');

/** ISO 8601 with offset. */
export const Instant = z.iso.datetime({ offset: true });
/** An IANA time zone name. */
export const TimeZone = z.string().min(1).max(64);

/** An opaque page: at most 100 rows. */
export const PageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(100).optional(),
  cursor: z.string().max(512).optional(),
});

/** @returns the schema of one page of `item`. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().optional() });
