import { messagesListChats, messagesSend } from '@switchboard/contracts';
import { Injectable } from '@nestjs/common';
import type { Listed } from './conversation.ts';
import { askWhich, atAccount, calledLike, counted } from './picking.ts';
import { ProposingService } from './proposing.service.ts';
import { ReadsService } from './reads.service.ts';
import { Ask, type Kept, sayText, type Turn } from './turn.ts';

/** Answers what is said of chats, at whichever account writes to them. */
@Injectable()
export class MessageAnswersService {
  constructor(
    private readonly reads: ReadsService,
    private readonly proposing: ProposingService,
  ) {}

  async send(turn: Turn): Promise<Kept> {
    const { body } = turn.frame.slots;
    if (!body) throw new Ask('What shall it say?', { frame: turn.frame, pendingSlot: 'body' });
    const chat = await this.chat(turn);
    const lead = `Here is the message to “${chat.label}”. It is sent when you say yes.`;
    const input = { chatId: chat.id, text: body.value };
    return this.proposing.propose({ capability: messagesSend.name, input, lead }, atAccount(turn, chat.connectionId));
  }

  async show(turn: Turn): Promise<Kept> {
    const { output } = await this.reads.look(messagesListChats, {}, turn, { title: 'Looked at the chats' });
    sayText(turn, `I find ${counted(output.chats.length, 'chat')}.`);
    return { lastResults: [] };
  }

  /** The chat that was named, or the only one there is. @throws Ask where none or several are meant. */
  private async chat(turn: Turn): Promise<Listed> {
    const { target } = turn.conversation.settled;
    if (target?.kind === 'chat') return target;
    const { output, connectionId } = await this.reads.look(messagesListChats, {}, turn);
    const chats = output.chats.map(({ id, title }) => ({ kind: 'chat' as const, id, label: title, connectionId }));
    const name = turn.frame.slots.chat?.value;
    const fitting = name === undefined ? chats : calledLike(chats, ({ label }) => label, name);
    const [only, ...others] = fitting;
    if (only && others.length === 0) return only;
    if (chats.length === 0)
      throw new Ask('There is no chat to write to yet: somebody has to write first.', { frame: turn.frame });
    if (only) throw askWhich('Which chat do you mean?', fitting, turn);
    throw askWhich(`I find no chat called “${String(name)}”. Is it one of these?`, chats, turn);
  }
}
