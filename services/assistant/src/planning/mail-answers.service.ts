import { mailRead } from '@switchboard/contracts';
import { Injectable } from '@nestjs/common';
import type { Listed } from './conversation.ts';
import { PeopleService } from './people.service.ts';
import { ProposingService } from './proposing.service.ts';
import { ReadsService } from './reads.service.ts';
import {
  bySender,
  filed,
  firstWords,
  fromAddressee,
  labelling,
  latestFirst,
  plural,
  unreadOnly,
  withoutRecipients,
} from './mail-words.ts';
import { listedMessage } from './matching.ts';
import { TargetsService } from './targets.service.ts';
import { Ask, type Kept, saySuggestions, sayText, type Turn } from './turn.ts';

type Role = 'to' | 'cc' | 'bcc';

/** Answers what is said of mail: looks, or puts a card in front of the person. */
@Injectable()
export class MailAnswersService {
  constructor(
    private readonly reads: ReadsService,
    private readonly people: PeopleService,
    private readonly targets: TargetsService,
    private readonly proposing: ProposingService,
  ) {}

  async send(turn: Turn): Promise<Kept> {
    const input = await this.letter(turn);
    if (input.to.length === 0) throw new Ask('Whom shall I write to?', { frame: turn.frame, pendingSlot: 'people' });
    const assumed = turn.frame.slots.subject ? [] : ['/subject'];
    return this.proposing.propose(
      { capability: 'mail.send', input, assumed, lead: 'Here is the message. It is sent when you say yes.' },
      turn,
    );
  }

  async draft(turn: Turn): Promise<Kept> {
    const input = await this.letter(turn);
    return this.proposing.propose({ capability: 'mail.draft', input, lead: 'Here is the draft.' }, turn);
  }

  async reply(turn: Turn): Promise<Kept> {
    const [message] = await this.targets.messages(fromAddressee(turn), { several: false });
    const { body, replyAll } = turn.frame.slots;
    if (!body) throw new Ask('What shall I answer?', { frame: turn.frame, pendingSlot: 'body' });
    const cc = await this.peopleAs('cc', turn);
    await this.nameAddressee(message, turn);
    const input = { messageId: message?.id, all: replyAll?.value, cc, text: body.value };
    return this.proposing.propose(
      {
        capability: 'mail.reply',
        input,
        assumed: replyAll ? [] : ['/all'],
        lead: 'Here is the answer. It is sent when you say yes.',
      },
      turn,
    );
  }

  async forward(turn: Turn): Promise<Kept> {
    const [message] = await this.targets.messages(withoutRecipients(turn), { several: false });
    const to = await this.peopleAs('to', turn);
    if (to.length === 0) throw new Ask('Whom shall I send it to?', { frame: turn.frame, pendingSlot: 'people' });
    const input = {
      messageId: message?.id,
      to,
      cc: await this.peopleAs('cc', turn),
      text: turn.frame.slots.body?.value,
    };
    return this.proposing.propose(
      { capability: 'mail.forward', input, lead: 'This is what would be forwarded.' },
      turn,
    );
  }

  /** Labels, archives, bins and restores: the same messages, another verb. */
  async file(turn: Turn): Promise<Kept> {
    const { intent, slots } = turn.frame;
    if (intent === 'mail.label' && !slots.label)
      throw new Ask('Which label?', { frame: turn.frame, pendingSlot: 'label' });
    const messages = await this.targets.messages(unreadOnly(turn), { several: plural.test(turn.text) });
    const messageIds = messages.map(({ id }) => id).slice(0, 100);
    const input = intent === 'mail.label' ? { messageIds, ...labelling(slots.label?.value ?? '') } : { messageIds };
    const verb = 'remove' in input ? 'marked as read' : (filed[intent] ?? 'changed');
    const which = messageIds.length === 1 ? 'This message' : `These ${messageIds.length} messages`;
    return this.proposing.propose({ capability: intent, input, lead: `${which} would be ${verb}.` }, turn);
  }

  async search(turn: Turn): Promise<Kept> {
    const limit = Math.min(turn.frame.slots.count?.value ?? 20, 100);
    const messages = await this.targets.search(turn, limit, 'Searched the mail');
    const [first] = messages;
    const limited =
      messages.length >= limit ? `The newest ${limit} messages, the first` : `${messages.length} messages, the newest`;
    const many = messages.length === 1 ? 'One message,' : limited;
    sayText(
      turn,
      first ? `${many} from ${first.from.name ?? first.from.email}: ${first.subject}` : 'I find no such message.',
    );
    return { lastResults: messages.map(listedMessage) };
  }

  async read(turn: Turn): Promise<Kept> {
    if ((turn.frame.slots.count?.value ?? 1) > 1) return this.search(turn);
    const [target] = await this.targets.messages(latestFirst(turn), { several: false });
    if (!target) return {};
    const message = await this.reads.read(mailRead, { messageId: target.id }, turn, { title: 'Read a message' });
    sayText(turn, `${message.subject || '(no subject)'}, from ${message.from.name ?? message.from.email}.`);
    saySuggestions(turn, ['Reply saying thanks', 'Archive it']);
    return { lastResults: [target] };
  }

  async summariseSenders(turn: Turn): Promise<Kept> {
    const found = await this.targets.search(turn, 100, 'Looked through the mail');
    const messages = found.filter(({ from }) => !turn.outside.own.includes(from.email.toLowerCase()));
    sayText(turn, messages.length === 0 ? 'Nobody wrote to you then.' : bySender(messages));
    return { lastResults: messages.slice(0, 20).map(listedMessage) };
  }

  /** Whoever is answered by name is named, where the address is the one in the contacts. */
  private async nameAddressee(message: Listed | undefined, turn: Turn): Promise<void> {
    const mentions = (turn.frame.slots.people ?? [])
      .map(({ value }) => value)
      .filter(({ name, group }) => name && !group);
    if (!message || mentions.length === 0) return;
    const { from } = await this.reads.read(mailRead, { messageId: message.id }, turn);
    await this.people.nameSender(mentions, from.email, turn);
  }

  private async letter(turn: Turn) {
    const { slots } = turn.frame;
    if (!slots.body) throw new Ask('What shall the message say?', { frame: turn.frame, pendingSlot: 'body' });
    return {
      to: await this.peopleAs('to', turn),
      cc: await this.peopleAs('cc', turn),
      bcc: await this.peopleAs('bcc', turn),
      subject: slots.subject?.value ?? firstWords(slots.body.value),
      text: slots.body.value,
    };
  }

  private peopleAs(role: Role, turn: Turn) {
    const wanted = (turn.frame.slots.people ?? []).map(({ value }) => value);
    return this.people.resolve(
      wanted.filter((one) => one.role === role || (role === 'to' && (one.role === 'with' || one.role === 'add'))),
      turn,
    );
  }
}
