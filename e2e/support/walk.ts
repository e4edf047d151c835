import { type ActionView, type MethodView, ProviderDetail } from '@switchboard/contracts';
import type { Page } from 'playwright-core';
import type { Client } from './client.ts';
import type { Dashboard } from './dashboard.ts';

/** What a person types at the sandbox to connect; see its page. */
export interface SandboxKey {
  readonly provider: string;
  readonly method: string;
  readonly key?: string;
  readonly settings?: Readonly<Record<string, string>>;
  readonly clientId?: string;
  readonly clientSecret?: string;
}

const order = ['read', 'write', 'send', 'destroy'];

/** One provider as a person walks through it in the dashboard: connect, run every action from its form, look, disconnect. */
export class Walk {
  private constructor(
    readonly provider: ProviderDetail,
    private readonly dashboard: Dashboard,
    private readonly client: Client,
    private readonly keys: readonly SandboxKey[],
    private readonly sandboxUrl: string,
  ) {}

  static async of(id: string, dashboard: Dashboard, client: Client, sandboxUrl: string): Promise<Walk> {
    const provider = ProviderDetail.parse((await client.get(`/api/v1/providers/${id}`)).body);
    const answer = (await (await fetch(`${sandboxUrl}/_sandbox/keys`)).json()) as { items: SandboxKey[] };
    const keys = answer.items.filter((key) => key.provider === id);
    return new Walk(provider, dashboard, client, keys, sandboxUrl);
  }

  get methods(): readonly MethodView[] {
    return this.provider.methods;
  }

  /** The actions that a method's features open, those that look before those that change, what destroys last. */
  actionsOf({ features }: MethodView): ActionView[] {
    const ids = new Set(features.flatMap(({ id, includes }) => [id, ...includes]));
    return this.provider.actions
      .filter(({ needs }) => needs.every((need) => ids.has(need)))
      .sort((one, other) => order.indexOf(one.effect) - order.indexOf(other.effect));
  }

  /** Connects with everything ticked. @returns the connection's page address. */
  async connect(method: MethodView): Promise<string> {
    const { dashboard } = this;
    const { page } = dashboard;
    await dashboard.open('/connections');
    const add = dashboard.button('Connect an account');
    const tile = dashboard.button(new RegExp(`^${escaped(this.provider.title)}\\b`));
    const account = page.getByRole('article').first();
    await account.or(tile).first().waitFor();
    if (await account.isVisible()) await add.click();
    await tile.click();
    const dialog = dashboard.dialog();
    if (this.methods.length > 1) await dialog.getByRole('radio', { name: method.title }).check();
    for (const box of await dialog.getByRole('checkbox').all()) if (await box.isEnabled()) await box.check();
    await this.fillIn(method);
    const go = dialog.getByRole('button', { name: /^(Continue to|Connect) / });
    if (method.kind === 'oauth2' || method.kind === 'fragment') await dashboard.answerInWindow(go);
    else await go.click();
    await dialog.getByRole('status').getByText('Connected', { exact: false }).waitFor();
    await dialog.getByRole('button', { name: 'Done' }).click();
    const { body } = await this.client.get(`/api/v1/connections?provider=${this.provider.id}`);
    const [newest] = (body.items as { id: string; createdAt: string; status: string }[])
      .filter(({ status }) => status === 'active')
      .toSorted((a, b) => Date.parse(b.createdAt) - Date.parse(a.createdAt));
    await dashboard.open(`/connections/${newest!.id}`);
    await dashboard.button(/^What to do with/).waitFor();
    return page.url();
  }

  /** Makes the sandbox what it was on the first day, as the examples expect it. */
  async beginAnew(): Promise<void> {
    await fetch(`${this.sandboxUrl}/_sandbox/reset`, { method: 'POST' });
  }

  /** Runs an action from its form, filled with its example, again where the provider asks to wait. @returns what went wrong. */
  async run(connection: string, action: ActionView): Promise<string | undefined> {
    const { page } = this.dashboard;
    await this.dashboard.goTo(`${new URL(connection).pathname}/actions/${action.ref.replace('.', '/')}`);
    await page.getByRole('heading', { name: action.title, exact: true }).waitFor();
    await this.dashboard.button('Fill with an example').click();
    for (const add of await page.getByRole('button', { name: 'Add a file' }).all()) await addFile(page, add);
    for (let tries = 1; ; tries += 1) {
      const failure = await this.submit(action);
      const wait = /Try again in (?:(\d+) seconds|a second)/.exec(failure ?? '');
      if (!wait || tries === 4) return failure;
      await page.waitForTimeout(Number(wait[1] ?? 1) * 1000 + 500);
    }
  }

  private async submit(action: ActionView): Promise<string | undefined> {
    const { page } = this.dashboard;
    const answered = page.waitForResponse(
      (response) => response.request().method() === 'POST' && response.url().endsWith(`/actions/${action.ref}`),
    );
    await page.getByRole('button', { name: /^(Run|Look up)$/ }).click();
    if (action.effect === 'destroy') await this.dashboard.button(action.title, this.dashboard.dialog()).click();
    if ((await answered).ok()) {
      await page.getByRole('status', { name: 'Result' }).waitFor();
      return undefined;
    }
    const problem = page.getByRole('alert').first();
    await problem.waitFor();
    return `${action.ref}: ${await problem.innerText()}`;
  }

  /** What the sandbox's page shows of the account that signs in first. */
  async sandboxText(): Promise<string> {
    const answer = await fetch(`${this.sandboxUrl}/?provider=${this.provider.id}`);
    if (!answer.ok) throw new Error(`The sandbox shows nothing of ${this.provider.title}.`);
    return answer.text();
  }

  /** Disconnects from the connection's page. @returns the receipt's steps. */
  async disconnect(connection: string): Promise<string[]> {
    const { dashboard } = this;
    await dashboard.open(new URL(connection).pathname);
    await dashboard.button(/^What to do with/).click();
    await dashboard.page.getByRole('menuitem', { name: 'Disconnect' }).click();
    await dashboard.button('Disconnect', dashboard.dialog()).click();
    const steps = dashboard.dialog().getByRole('list', { name: 'Steps' });
    await steps.waitFor();
    const told = await steps.getByRole('listitem').allInnerTexts();
    await dashboard.button('Done', dashboard.dialog()).click();
    return told;
  }

  private async fillIn(method: MethodView): Promise<void> {
    const { dashboard } = this;
    const known = this.keys.find((key) => key.method === method.id);
    const dialog = dashboard.dialog();
    const { settings = {}, clientId, clientSecret } = known ?? {};
    const typed = { ...settings, ...(clientId && { clientId }), ...(clientSecret && { clientSecret }) };
    for (const [name, value] of Object.entries(typed)) {
      const field = dialog.locator(`[name="${name}"]`);
      if (await field.count()) await field.fill(value);
      else await this.choose(method, name, value);
    }
    if (known?.key) await dialog.locator('input[type="password"]').first().fill(known.key);
  }

  /** A setting that is chosen from a list. */
  private async choose({ settings }: MethodView, name: string, value: string): Promise<void> {
    const schema = settings as { properties?: Record<string, { description?: string; title?: string }> };
    const { title, description } = schema.properties?.[name] ?? {};
    const label = title ?? description?.split(';', 1)[0] ?? name;
    const field = this.dashboard.dialog().getByRole('combobox', { name: label });
    await field.click();
    if (await field.isEditable()) await field.fill(value);
    await this.dashboard.page
      .getByRole('option', { name: new RegExp(`(^|“)${escaped(value)}(”|$)`, 'i') })
      .first()
      .click();
  }
}

async function addFile(page: Page, add: ReturnType<Page['getByRole']>): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), add.click()]);
  const answered = page.waitForResponse((response) => response.url().endsWith('/api/v1/files'));
  await chooser.setFiles({ name: 'harbour plan.txt', mimeType: 'text/plain', buffer: Buffer.from('The plan.\n') });
  await answered;
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
