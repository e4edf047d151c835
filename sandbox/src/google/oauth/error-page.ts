import type { SandboxAnswer } from '../../kit/exchange.ts';
import { html } from '../../kit/html.ts';
import { page } from '../../kit/page.ts';

/** The page a person sees when the request itself is wrong and must not be sent back. */
export const errorPage = (status: number, error: string, text: string): SandboxAnswer =>
  page(
    'Access blocked',
    html`<section class="card">
      <span class="badge">Sandbox</span>
      <h1>Access blocked: authorization error</h1>
      <p>${text}</p>
      <p class="soft">Error ${status}: ${error}</p>
    </section>`,
    { status, narrow: true },
  );
