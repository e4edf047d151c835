/** @returns a new key for one request, repeated with it (RFC draft Idempotency-Key). */
export const newKey = (): string => crypto.randomUUID();
