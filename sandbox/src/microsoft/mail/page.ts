import { html, type Html } from '../../kit/html.ts';
import type { SandboxKit } from '../../kit/world.ts';
import type { MicrosoftAccount } from '../accounts.ts';
import { foldersOf, messagesOf } from './state.ts';

/** The folders of a mailbox with what lies in them, newest first, for people. */
export function mailPage(kit: SandboxKit, account: MicrosoftAccount): Html {
  const messages = messagesOf(kit, account).sort((a, b) => Date.parse(b.received) - Date.parse(a.received));
  const shown = foldersOf(kit, account)
    .map(({ id, name }) => ({ id, name, inside: messages.filter(({ folder }) => folder === id) }))
    .filter(({ inside }) => inside.length > 0);
  return html`${shown.map(
    ({ id, name, inside }) =>
      html`<section class="card" aria-labelledby="${id}">
        <h2 id="${id}">${name}</h2>
        <ul>
          ${inside.map(
            ({ subject, from, toRecipients, isDraft, categories, attachments }) =>
              html`<li class="item">
                <strong>${subject || '(no subject)'}</strong>
                <div class="soft">
                  ${[
                    isDraft ? 'draft' : `from ${from?.name ?? ''}`,
                    `to ${toRecipients.map((one) => one.name).join(', ')}`,
                    ...categories,
                    ...attachments.map((one) => one.name),
                  ].join(' · ')}
                </div>
              </li>`,
          )}
        </ul>
      </section>`,
  )}`;
}
