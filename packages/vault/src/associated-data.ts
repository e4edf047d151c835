/** What an envelope is bound to: moved to another row, person, hub, version or environment it does not open (V-2). */
export interface EnvelopeIdentity {
  readonly hubId: string;
  readonly memberId: string;
  readonly provider: string;
  readonly connectionId: string;
  /** What the secret is, for example `refresh_token`, `access_token` or `client_secret`. */
  readonly purpose: string;
  /** Raised by one at each write of the credential. */
  readonly credentialVersion: number;
  readonly environment: 'sandbox' | 'live';
}

/** Which part of an envelope is bound: the wrapped data key with its ring key's id, or the content, which outlives re-wrapping. */
export type Layer = { readonly of: 'key'; readonly keyId: string } | { readonly of: 'content' };

const format = 'switchboard-envelope-1';

/** The associated data of both layers of one envelope; the part they share is made once. */
export class AssociatedData {
  readonly #row: Buffer;

  constructor(identity: EnvelopeIdentity) {
    this.#row = lengthPrefixed([
      identity.hubId,
      identity.memberId,
      identity.provider,
      identity.connectionId,
      identity.purpose,
      String(identity.credentialVersion),
      identity.environment,
    ]);
  }

  of(layer: Layer): Buffer {
    return Buffer.concat([lengthPrefixed([format, layer.of, layer.of === 'key' ? layer.keyId : '']), this.#row]);
  }
}

/** Each field is preceded by its length in bytes (four, big-endian), so no two identities give the same bytes. */
function lengthPrefixed(fields: readonly string[]): Buffer {
  let size = 0;
  for (const field of fields) size += 4 + Buffer.byteLength(field);
  const out = Buffer.allocUnsafe(size);
  let at = 0;
  for (const field of fields) {
    const written = out.write(field, at + 4);
    out.writeUInt32BE(written, at);
    at += 4 + written;
  }
  return out;
}
