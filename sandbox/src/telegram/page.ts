import { html, type Html } from '../kit/html.ts';
import type { SandboxKit } from '../kit/world.ts';
import { botOf } from './bots.ts';
import type { BotAccount, Message, Room } from './model.ts';

const nameOf = ({ chat }: Room): string => chat.title ?? [chat.first_name, chat.last_name].filter(Boolean).join(' ');

const row = (
  { from, date, text, caption, document, photo, edit_date: edited, message_id: id }: Message,
  pinned: boolean,
): Html =>
  html`<li class="item">
    <strong>${from?.first_name}</strong> ${text ?? caption}
    <div class="soft">
      ${id} ·
      ${new Date(date * 1000).toISOString().slice(0, 16)}${document !== undefined && ' · file'}${
        photo !== undefined && ' · photo'
      }${edited !== undefined && ' · edited'}${pinned && ' · pinned'}
    </div>
  </li>`;

/** What a bot knows, for people: its chats with what was said in them. */
export function botPage(kit: SandboxKit, account: BotAccount): Html {
  const { user, rooms, messages } = botOf(kit, account);
  return html`<p class="soft">${user.first_name}, @${user.username}</p>
    <div class="columns">
      ${rooms.map((room) => {
        const said = messages.filter(({ chat }) => chat.id === room.chat.id);
        return html`<section class="card" aria-labelledby="chat${room.chat.id}">
          <h2 id="chat${room.chat.id}">${nameOf(room)}</h2>
          <p class="soft">${room.chat.type} ${room.chat.id}${room.bot === 'blocked' && ' · has blocked the bot'}</p>
          <ul>
            ${said.map((message) => row(message, room.pinned.includes(message.message_id)))}
          </ul>
        </section>`;
      })}
    </div>`;
}
