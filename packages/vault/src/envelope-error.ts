/** The one error of everything that does not open: it never says why, so that nothing can be learnt by trying (V-3). */
export class EnvelopeError extends Error {
  override readonly name = 'EnvelopeError';

  constructor() {
    super('The sealed value does not open.');
  }
}
