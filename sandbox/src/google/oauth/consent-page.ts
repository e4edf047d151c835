import type { SandboxAnswer } from '../../kit/exchange.ts';
import { html } from '../../kit/html.ts';
import { page } from '../../kit/page.ts';
import { googleAccounts, type GoogleAccount } from '../accounts.ts';
import { identityScopes, scopeTitles } from './scopes.ts';
import type { AuthorizationFlow } from './state.ts';

const appOf = (flow: AuthorizationFlow): string => new URL(flow.redirectUri).host;

/** Asks which of the accounts signs in. */
export const accountPage = (base: string, id: string, flow: AuthorizationFlow): SandboxAnswer =>
  page(
    'Choose an account',
    html`<section class="card">
      <span class="badge">Google sandbox</span>
      <h1>Choose an account</h1>
      <p class="soft">to continue to <strong>${appOf(flow)}</strong></p>
      ${googleAccounts.map(
        (account) =>
          html`<form method="get" action="${base}/signin/consent">
            <input type="hidden" name="flow" value="${id}" /><input
              type="hidden"
              name="account"
              value="${account.id}"
            />
            <button class="row" type="submit">
              <span class="face" aria-hidden="true">${account.givenName[0]}</span
              ><span class="grow"><strong>${account.name}</strong><span class="soft">${account.email}</span></span>
            </button>
          </form>`,
      )}
      <form method="post" action="${base}/signin/consent">
        <input type="hidden" name="flow" value="${id}" />
        <div class="actions"><button class="button" name="decision" value="deny">Cancel</button></div>
      </form>
      <p class="soft">These people are invented and nothing here reaches Google.</p>
    </section>`,
    { narrow: true, formTo: [new URL(flow.redirectUri).origin] },
  );

/** Asks for consent; every scope but the identity ones is a box of its own. */
export function consentPage(
  base: string,
  id: string,
  flow: AuthorizationFlow,
  account: GoogleAccount,
  held: readonly string[],
): SandboxAnswer {
  const asked = flow.scopes.filter((scope) => !identityScopes.has(scope));
  const identity = flow.scopes.filter((scope) => identityScopes.has(scope));
  return page(
    `${appOf(flow)} wants access`,
    html`<section class="card">
      <span class="badge">Google sandbox</span>
      <h1>${appOf(flow)} wants access to your Google Account</h1>
      <p class="row">
        <span class="face" aria-hidden="true">${account.givenName[0]}</span
        ><span class="grow"><strong>${account.name}</strong><span class="soft">${account.email}</span></span
        ><a href="${base}/signin/account?flow=${id}">Use another account</a>
      </p>
      <form method="post" action="${base}/signin/consent">
        <input type="hidden" name="flow" value="${id}" /><input type="hidden" name="account" value="${account.id}" />
        ${
          identity.length > 0 &&
          html`<h2>It will</h2>
            <ul>
              ${identity.map((scope) => html`<li class="item">${scopeTitles[scope]}</li>`)}
            </ul>`
        }
        ${
          asked.length > 0 &&
          html`<fieldset class="plain">
            <legend>Select what ${appOf(flow)} can access</legend>
            ${asked.map(
              (scope) =>
                html`<label class="row"
                  ><input type="checkbox" name="scope" value="${scope}" checked /><span class="grow"
                    ><strong>${scopeTitles[scope]}</strong
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
    { narrow: true, formTo: [new URL(flow.redirectUri).origin] },
  );
}
