import passport from 'passport';
import type { TokenStrategy } from './strategies.ts';

/** What passport's middleware asks of a framework, and no more. */
type Middleware = (request: object, response: object, next: (error?: unknown) => void) => void;

/** Passport without its global instance and without Express: tries the strategies in order and sets `signedIn`. */
export function passportOf(...strategies: readonly TokenStrategy[]): Middleware {
  const authenticator = new passport.Passport();
  for (const strategy of strategies) authenticator.use(strategy as unknown as passport.Strategy);
  return authenticator.authenticate(
    strategies.map(({ name }) => name),
    { session: false, authInfo: false, assignProperty: 'signedIn', failWithError: true },
  ) as Middleware;
}
