/** A wrong setting: one sentence that names it and says what is expected. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}
