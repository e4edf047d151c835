import { holding } from './holding.ts';
import { html, type Html } from './html.ts';
import { page } from './page.ts';
import type { SandboxAnswer } from './exchange.ts';
import type { AccountSummary, World } from './world.ts';

interface Chosen {
  readonly world: World;
  readonly account: AccountSummary;
}

/** What each account holds, for people: every provider at `/`, one account at `/?provider=…&account=…`. */
export function overview(worlds: readonly World[], query: URLSearchParams): SandboxAnswer {
  const sorted = worlds.toSorted((a, b) => a.title.localeCompare(b.title));
  const chosen = chosenOf(sorted, query);
  return chosen ? accountPage(sorted, chosen, query) : startPage(sorted);
}

/** An account's id or address is enough where the provider is left out. */
function chosenOf(worlds: readonly World[], query: URLSearchParams): Chosen | undefined {
  const [name, id] = [query.get('provider'), query.get('account')];
  if (name === null && id === null) return undefined;
  const all = worlds
    .filter((world) => name === null || world.provider === name)
    .flatMap((world) => world.accounts().map((account) => ({ world, account })));
  return id === null ? all[0] : all.find(({ account }) => account.id === id || account.subtitle === id);
}

const linkTo = (world: World, account: AccountSummary): string =>
  `/?${new URLSearchParams({ provider: world.provider, account: account.id }).toString()}`;

const startPage = (worlds: readonly World[]): SandboxAnswer =>
  page(
    'Switchboard sandbox',
    html`<span class="badge">Sandbox</span>
      <h1>What the sandbox holds</h1>
      <p class="soft">Stand-ins for the real services, with invented people. Nothing here leaves this machine.</p>
      <div class="tiles">${worlds.map(providerCard)}</div>`,
  );

const providerCard = (world: World): Html =>
  html`<section class="card" aria-labelledby="provider-${world.provider}">
    <h2 id="provider-${world.provider}">${world.title}</h2>
    <ul>
      ${world.accounts().map((account) => {
        const apps = world.apps?.(account.id).length ?? 0;
        return html`<li>
          <a class="row" href="${linkTo(world, account)}"
            ><span class="face" aria-hidden="true">${account.title[0]}</span
            ><span class="grow"
              ><strong>${account.title}</strong
              ><span class="soft">${account.subtitle}${apps > 0 && ' · connected'}</span></span
            ></a
          >
        </li>`;
      })}
    </ul>
  </section>`;

function accountPage(worlds: readonly World[], { world, account }: Chosen, query: URLSearchParams): SandboxAnswer {
  const providers = worlds.map(
    (one) => html`<a ${one === world && html`aria-current="page"`} href="/?provider=${one.provider}">${one.title}</a>`,
  );
  const people = world
    .accounts()
    .map(
      (one) =>
        html`<a class="${one.id === account.id ? 'button main' : 'button'}" href="${linkTo(world, one)}"
          >${one.title}</a
        >`,
    );
  return page(
    `${account.title} · ${world.title} sandbox`,
    html`<p class="crumbs"><a href="/">All providers</a></p>
      <nav class="tabs" aria-label="Providers">${providers}</nav>
      <span class="badge">${world.title} sandbox</span>
      <h1>${account.title}</h1>
      <p class="soft">${account.subtitle}</p>
      <nav aria-label="Accounts">${people}</nav>
      ${accessCard(world, account)}${keysCard(world, account)}${world.pageOf(account.id, query)}${holding(world.stateOf(account.id))}`,
  );
}

/** Who may do what with the account, and the button that ends it on the provider's side. */
function accessCard(world: World, account: AccountSummary): Html | false {
  const apps = world.apps?.(account.id) ?? [];
  if (apps.length === 0) return false;
  return html`<section class="card" aria-labelledby="apps">
    <h2 id="apps">Apps with access to ${account.title}'s account</h2>
    <ul>
      ${apps.map(
        (app) =>
          html`<li class="item">
            <strong>${app.clientId}</strong>
            <div class="soft">${app.scopes.join(' · ')}</div>
          </li>`,
      )}
    </ul>
    <form method="post" action="/_sandbox/grants/revoke">
      <input type="hidden" name="provider" value="${world.provider}" /><input
        type="hidden"
        name="account"
        value="${account.id}"
      />
      <div class="actions"><button class="button">Remove access</button></div>
    </form>
  </section>`;
}

/** What a person types to connect, where consent alone does not. */
function keysCard(world: World, account: AccountSummary): Html | false {
  const keys = (world.keys?.() ?? []).filter(({ title }) => title === account.title);
  if (keys.length === 0) return false;
  return html`<section class="card" aria-labelledby="keys">
    <h2 id="keys">To connect this account</h2>
    ${keys.map(({ key, clientId, clientSecret, settings = {} }) => [
      ...Object.entries(settings).map(([name, value]) => html`<p class="soft">${name}: <code>${value}</code></p>`),
      clientId !== undefined && html`<p class="soft">Client id: <code>${clientId}</code></p>`,
      clientSecret !== undefined && html`<p class="soft">Client secret: <code>${clientSecret}</code></p>`,
      key !== undefined && html`<pre>${key}</pre>`,
    ])}
  </section>`;
}
