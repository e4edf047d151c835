import { HubError } from '@switchboard/contracts';
import { z } from 'zod';

const Client = z.object({
  client_id: z.string().min(1).max(512),
  client_secret: z.string().min(1).max(2048).optional(),
  redirect_uris: z.array(z.string().max(2048)).max(200).optional(),
});
/** What consoles offer for download: the client alone, or under the name of its kind. */
const Files = z.union([z.object({ web: Client }).transform(({ web }) => web), Client]);

export interface ClientFile {
  readonly clientId: string;
  readonly clientSecret?: string;
  /** The redirect URIs registered when the file was made; undefined where it does not say. */
  readonly redirectUris?: readonly string[];
}

/** Reads the file of a client. @throws HubError `input_invalid` saying what is wrong with it. */
export function readClientJson(text: string): ClientFile {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    throw refuse('This is no JSON file.');
  }
  if (typeof content === 'object' && content !== null && Object.hasOwn(content, 'installed'))
    throw refuse('This client is for an app on a device. Make one of the type web application.');
  const parsed = Files.safeParse(content);
  if (!parsed.success) throw refuse('This file holds no client id.');
  const { client_id: clientId, client_secret: clientSecret, redirect_uris: redirectUris } = parsed.data;
  return { clientId, ...(clientSecret && { clientSecret }), ...(redirectUris && { redirectUris }) };
}

const refuse = (message: string): HubError =>
  new HubError('input_invalid', message, { errors: [{ path: '/clientJson', message }] });
