import { html, type Html } from '../kit/html.ts';
import type { SandboxKit } from '../kit/world.ts';
import { sees } from './define.ts';
import { memberBy, type SlackAccount } from './people.ts';
import { stateOf } from './workspace.ts';
import type { Channel, Message } from './state.ts';

const nameOf = (id: string): string => memberBy(id)?.person.name ?? id;

const row = ({ user, text, ts, threadTs, edited, file, reactions }: Message): Html => {
  const emoji = Object.entries(reactions).filter(([, users]) => users.length > 0);
  return html`<li class="item">
    <strong>${nameOf(user)}</strong> ${text}
    <div class="soft">
      ${ts}${threadTs !== undefined && ' · in a thread'}${edited === true && ' · edited'}${file !== undefined && ` · file ${file}`}
      ${emoji.map(([name, users]) => html` · :${name}: ${users.length}`)}
    </div>
  </li>`;
};

const titleOf = ({ kind, name, members }: Channel, viewer: string): string =>
  kind === 'im'
    ? members
        .filter((id) => id !== viewer)
        .map(nameOf)
        .join(', ')
    : `#${name}`;

/** What a person sees in the workspace: channels and direct messages, the newest messages last. */
export function workspacePage(kit: SandboxKit, account: SlackAccount): Html {
  const { channels, messages } = stateOf(kit);
  return html`<div class="columns">
    ${channels
      .filter((channel) => sees(channel, account))
      .map((channel) => {
        const said = messages.filter((message) => message.channel === channel.id);
        return html`<section class="card" aria-labelledby="${channel.id}">
          <h2 id="${channel.id}">${titleOf(channel, account.id)}</h2>
          <p class="soft">${channel.about}</p>
          <ul>
            ${said.map(row)}
          </ul>
        </section>`;
      })}
  </div>`;
}
