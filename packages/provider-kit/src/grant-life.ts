/** When a connection ends by itself, and why; all times in days. */
export interface GrantLife {
  /** It ends after so long without a refresh; without a use, where nothing renews it. */
  readonly idleDays?: number;
  /** A refresh token lives so long after it was issued. */
  readonly refreshTokenDays?: number;
  /** It ends so long after consent while the client is in testing mode at the provider. */
  readonly testingDays?: number;
  /** The sentence for `testingDays`; `reason` unless told. */
  readonly testingReason?: string;
  /** One plain sentence that names the rule, as "Box ends access that was not used for 60 days." */
  readonly reason: string;
}
