import type { Locator, Page } from 'playwright-core';
import { owner } from './hub.ts';

export interface Choice {
  /** Begins of the names of boxes to untick. */
  readonly untick?: readonly string[];
  readonly deny?: boolean;
  readonly account?: string;
}

/** The dashboard as a person finds their way through it: by what is written on buttons, boxes and fields. */
export class Dashboard {
  constructor(
    readonly page: Page,
    readonly url: string,
  ) {}

  open = (path: string) => this.page.goto(new URL(path, this.url).href);
  /** Goes to another page as a link inside the dashboard does, without loading everything anew. */
  goTo = (path: string) =>
    this.page.evaluate((to) => {
      history.pushState(null, '', to);
      dispatchEvent(new PopStateEvent('popstate'));
    }, path);
  button = (name: string | RegExp, within: Page | Locator = this.page) =>
    within.getByRole('button', { name, exact: typeof name === 'string' });
  field = (name: string) => this.page.getByLabel(name, { exact: true });
  card = () => this.page.getByRole('article').last();
  dialog = () => this.page.getByRole('dialog');

  async becomeOwner(address: string): Promise<void> {
    await this.page.goto(address);
    await this.page.getByRole('textbox', { name: 'Your name' }).fill('Ada Byron');
    await this.page.getByRole('textbox', { name: 'E-mail address' }).fill(owner.email);
    await this.page.getByRole('textbox', { name: 'Password' }).fill(owner.password);
    await this.button('Create the owner').click();
    await this.page.getByRole('heading', { name: /^Hello, Ada Byron/ }).waitFor();
  }

  async signIn(path = '/'): Promise<void> {
    await this.open(path);
    await this.page.getByRole('textbox', { name: 'E-mail address' }).fill(owner.email);
    await this.page.getByRole('textbox', { name: 'Password' }).fill(owner.password);
    await this.button('Sign in').click();
    await this.page.getByRole('navigation').first().waitFor({ state: 'attached' });
  }

  /** Presses what leads to the provider and answers in the window that opens, until it has closed itself. */
  async answerInWindow(press: Locator, choice: Choice = {}): Promise<void> {
    const [opened] = await Promise.all([this.page.waitForEvent('popup'), press.click()]);
    const closed = opened.waitForEvent('close');
    await answerConsent(opened, choice);
    await closed;
  }

  async openTalk(title: RegExp): Promise<void> {
    await this.page.getByRole('link', { name: 'Assistant' }).click();
    await this.page.getByRole('link', { name: title }).click();
    await this.card().waitFor();
  }

  async say(text: string): Promise<void> {
    await this.page.getByRole('textbox', { name: 'Message' }).fill(text);
    await this.page.keyboard.press('Enter');
  }
}

/** Chooses the account at the sandbox where it asks for one, ticks what is wanted, and says yes or no. */
export async function answerConsent(
  page: Page,
  { untick = [], deny = false, account = 'Ada Marsh' }: Choice = {},
): Promise<void> {
  const heading = page.getByRole('heading', { level: 1 });
  await heading.waitFor();
  if ((await heading.textContent())?.includes('Choose an account'))
    await page.getByRole('button', { name: new RegExp(account) }).click();
  await page.getByRole('heading', { name: /wants access/ }).waitFor();
  for (const name of untick) await page.getByRole('checkbox', { name: new RegExp(`^${name}`) }).uncheck();
  await page.getByRole('button', { name: deny ? 'Cancel' : 'Continue' }).click();
}
