import type { SandboxAnswer } from '../exchange.ts';
import { html, type Html } from '../html.ts';
import { page } from '../page.ts';
import type { AuthorizationRules, OAuthAccount } from './config.ts';
import type { Flow } from './state.ts';

type Wished = Pick<Flow, 'redirectUri' | 'scopes'>;

export interface Asked {
  readonly base: string;
  readonly id: string;
  readonly flow: Wished;
}

type Words = Pick<AuthorizationRules, 'title' | 'scopes' | 'fixedScopes' | 'partialConsent'>;

const appOf = ({ redirectUri }: Wished): string => new URL(redirectUri).host;
const subtitleOf = ({ email, id }: OAuthAccount): string => email ?? id;
const options = (flow: Wished) => ({ narrow: true, formTo: [new URL(flow.redirectUri).origin] });

const personRow = (account: OAuthAccount): Html =>
  html`<span class="face" aria-hidden="true">${account.name[0]}</span
    ><span class="grow"><strong>${account.name}</strong><span class="soft">${subtitleOf(account)}</span></span>`;

/** The page a person sees when the request itself is wrong and must not be sent back (RFC 6749 §4.1.2.1). */
export const errorPage = (title: string, status: number, error: string, text: string): SandboxAnswer =>
  page(
    'Access blocked',
    html`<section class="card">
      <span class="badge">${title} sandbox</span>
      <h1>Access blocked: authorization error</h1>
      <p>${text}</p>
      <p class="soft">Error ${status}: ${error}</p>
    </section>`,
    { status, narrow: true },
  );

/** Asks which of the accounts signs in. */
export const accountPage = (
  { title }: Words,
  { base, id, flow }: Asked,
  accounts: readonly OAuthAccount[],
): SandboxAnswer =>
  page(
    'Choose an account',
    html`<section class="card">
      <span class="badge">${title} sandbox</span>
      <h1>Choose an account</h1>
      <p class="soft">to continue to <strong>${appOf(flow)}</strong></p>
      ${accounts.map(
        (account) =>
          html`<form method="get" action="${base}/signin/consent">
            <input type="hidden" name="flow" value="${id}" /><input
              type="hidden"
              name="account"
              value="${account.id}"
            />
            <button class="row" type="submit">${personRow(account)}</button>
          </form>`,
      )}
      <form method="post" action="${base}/signin/consent">
        <input type="hidden" name="flow" value="${id}" />
        <div class="actions"><button class="button" name="decision" value="deny">Cancel</button></div>
      </form>
      <p class="soft">These people are invented and nothing here reaches ${title}.</p>
    </section>`,
    options(flow),
  );

/** Asks for consent; where the provider has partial consent every scope that can be unticked is a box of its own. */
export function consentPage(
  words: Words,
  { base, id, flow }: Asked,
  account: OAuthAccount,
  held: readonly string[],
): SandboxAnswer {
  const { title, scopes, fixedScopes = [], partialConsent = false } = words;
  const isFixed = (scope: string): boolean => !partialConsent || fixedScopes.includes(scope);
  const fixed = flow.scopes.filter(isFixed);
  const boxes = flow.scopes.filter((scope) => !isFixed(scope));
  return page(
    `${appOf(flow)} wants access`,
    html`<section class="card">
      <span class="badge">${title} sandbox</span>
      <h1>${appOf(flow)} wants access to your ${title} account</h1>
      <p class="row">${personRow(account)}<a href="${base}/signin/account?flow=${id}">Use another account</a></p>
      <form method="post" action="${base}/signin/consent">
        <input type="hidden" name="flow" value="${id}" /><input type="hidden" name="account" value="${account.id}" />
        ${
          fixed.length > 0 &&
          html`<h2>It will</h2>
            <ul>
              ${fixed.map((scope) => html`<li class="item">${scopes[scope] ?? scope}</li>`)}
            </ul>`
        }
        ${
          boxes.length > 0 &&
          html`<fieldset class="plain">
            <legend>Select what ${appOf(flow)} can access</legend>
            ${boxes.map(
              (scope) =>
                html`<label class="row"
                  ><input type="checkbox" name="scope" value="${scope}" checked /><span class="grow"
                    ><strong>${scopes[scope] ?? scope}</strong
                    ><span class="soft">${scope}${held.includes(scope) && ' · already granted'}</span></span
                  ></label
                >`,
            )}
          </fieldset>`
        }
        <div class="actions">
          <button class="button" name="decision" value="deny">Cancel</button
          ><button class="button main" name="decision" value="allow">Continue</button>
        </div>
      </form>
    </section>`,
    options(flow),
  );
}
