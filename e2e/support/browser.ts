import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

/** Without these a browser tries to reach its maker at every start. */
const quiet = [
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--disable-gpu',
  '--no-zygote',
  '--no-sandbox',
  '--font-render-hinting=none',
];

const guidelines = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The browser that the suite unpacked. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['SWB_TEST_CHROMIUM'],
    args: quiet,
    env: { ...process.env, LD_LIBRARY_PATH: process.env['SWB_TEST_CHROMIUM_LIBRARIES'] ?? '' } as Record<
      string,
      string
    >,
  });
}

/** A page that remembers everything a person should never see: console errors, policy violations, failed scripts. */
export class WatchedPage implements AsyncDisposable {
  readonly complaints: string[] = [];

  private constructor(
    readonly page: Page,
    readonly context: BrowserContext,
  ) {
    context.on('page', (page) => this.watch(page));
    this.watch(page);
  }

  static async open(browser: Browser, options: BrowserContextOptions = {}): Promise<WatchedPage> {
    const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/London', ...options });
    context.setDefaultTimeout(20_000);
    return new WatchedPage(await context.newPage(), context);
  }

  /** @returns what axe finds wrong with the page as it stands: WCAG 2.2 AA, or of it only what colours decide. */
  async accessibilityProblems(only: 'everything' | 'colours' = 'everything'): Promise<string[]> {
    const axe = new AxeBuilder({ page: this.page }).setLegacyMode();
    const { violations } = await (
      only === 'colours' ? axe.withRules(['color-contrast', 'link-in-text-block']) : axe.withTags(guidelines)
    ).analyze();
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} at ${String(target)}: ${failureSummary ?? ''}`),
    );
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.context.close();
  }

  private watch(page: Page): void {
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning')
        this.complaints.push(`${page.url()}: ${message.text()}`);
    });
    page.on('pageerror', (error) => this.complaints.push(`${page.url()}: ${error.message}`));
  }
}
