import { googleAccounts } from '../accounts.ts';
import { nameFor, pick, seeded } from '../../kit/random.ts';
import type { SandboxKit } from '../../kit/world.ts';
import { addressesOf, mailboxOf } from '../gmail/addresses.ts';
import { emptyBox, type GmailState } from '../gmail/model.ts';
import { fileMessage } from '../gmail/store-message.ts';
import { ada, jonas, personBy, type Person } from '../../seed/cast.ts';
import { compose, type Letter } from './compose.ts';
import { pdf } from '../../seed/files.ts';
import { binned, conversations, recurringMail, topics, type Conversation } from './mail-plan.ts';

const dayMs = 86_400_000;
const hourMs = 3_600_000;
const historyDays = 90;
const userLabels = ['Harborline', 'Quillworks', 'Receipts', 'Travel', 'To read'];

interface Sent {
  readonly id?: string;
  readonly letter: Letter;
  readonly labels: readonly string[];
  readonly unread: boolean;
  readonly inbox: boolean;
  readonly binned?: boolean;
  readonly starred: boolean;
  readonly category: string;
}

/** Two mailboxes of believable mail up to today; what one account wrote to the other is in both. */
export function seedMail(kit: SandboxKit, state: GmailState): void {
  const random = seeded(kit.seed);
  const now = kit.clock();
  for (const account of googleAccounts) {
    const box = emptyBox();
    userLabels.forEach(
      (name, at) =>
        (box.labels[`Label_${at + 1}`] = {
          id: `Label_${at + 1}`,
          name,
          type: 'user',
          messageListVisibility: 'show',
          labelListVisibility: 'labelShow',
        }),
    );
    state.boxes[account.id] = box;
  }
  const letters = (plans: readonly Conversation[]) => plans.flatMap((one) => lettersOf(one, now, random));
  const all = [...letters(conversations), ...machineMail(now, random), ...letters(binned)];
  for (const sent of all.sort((a, b) => a.letter.at - b.letter.at)) deliver(kit, state, sent);
  for (const box of Object.values(state.boxes)) {
    box.history = [];
    box.historyFloor = box.historyId;
  }
}

/** Eight in the morning of the day. */
const morningOf = (now: number): number => Math.floor(now / dayMs) * dayMs + 8 * hourMs;

function lettersOf(plan: Conversation, now: number, random: () => number): Sent[] {
  const owner = plan.owner === 'ada' ? ada : jonas;
  const others = plan.with.map((email) => personBy(email)!);
  const references: string[] = [];
  let at = morningOf(now) - plan.daysAgo * dayMs + random() * 5 * hourMs;
  return plan.turns.map((turn, index) => {
    const own = turn.startsWith('>');
    const which = Number(/^\d/.exec(turn)?.[0] ?? 0);
    const from = own ? owner : others[which]!;
    const to = own ? others : [owner, ...others.filter((other) => other !== from)];
    const messageId = `<${nameFor(`${plan.subject}${index}`, 24)}@${from.email.split('@')[1]}>`;
    const text = turn.replace(/^[>\d]/, '');
    const html =
      plan.inline && index === 0
        ? `<p>${text.replaceAll('\n', '<br>')}</p><p><img src="cid:${plan.inline.cid}" alt="Logo"></p>`
        : undefined;
    const files = [...(plan.files ?? []), ...(plan.inline ? [plan.inline] : [])];
    const letter: Letter = {
      from,
      to: to.slice(0, 1),
      cc: to.slice(1),
      subject: index === 0 ? plan.subject : `Re: ${plan.subject}`,
      text,
      ...(html && { html }),
      at: Math.min(at, now - 20 * 60_000),
      messageId,
      references: [...references],
      ...(index === 0 && files.length > 0 && { attachments: files }),
      ...(plan.latin1 && { latin1: true }),
    };
    references.push(messageId);
    at += (0.3 + random() * 1.5) * hourMs;
    const last = index === plan.turns.length - 1;
    return {
      ...(index === 0 && plan.id && { id: plan.id }),
      letter,
      labels: plan.labels ?? [],
      unread: plan.unread === true && last,
      inbox: !plan.archived && !plan.binned,
      binned: plan.binned === true,
      starred: plan.starred === true && index === 0,
      category: 'CATEGORY_PERSONAL',
    };
  });
}

function machineMail(now: number, random: () => number): Sent[] {
  return googleAccounts.flatMap((account) =>
    recurringMail.flatMap((plan) => {
      const count = Math.floor(historyDays / plan.everyDays);
      return Array.from({ length: count }, (_none, index): Sent => {
        const at = morningOf(now) - (index + 1) * plan.everyDays * dayMs - random() * 2 * hourMs;
        const number = String(10_000 + Math.floor(random() * 89_999));
        const values: Record<string, string> = {
          number,
          topic: pick(random, topics),
          result: random() < 0.85 ? 'passed' : 'failed',
        };
        const fill = (text: string): string => text.replace(/\{(\w+)\}/g, (_all, name: string) => values[name]!);
        const text = fill(plan.text);
        const letter: Letter = {
          from: personBy(plan.from)!,
          to: [personBy(account.email) as Person],
          subject: fill(plan.subject),
          text,
          html: `<html><body><h1>${fill(plan.subject)}</h1><p>${text.replaceAll('\n', '<br>')}</p></body></html>`,
          at,
          messageId: `<${nameFor(`${account.id}${plan.from}${index}`, 24)}@${plan.from.split('@')[1]}>`,
          ...(plan.receipt && { attachments: [pdf(`${number}.pdf`, fill(plan.subject), [text.split('\n')[0]!])] }),
          ...(plan.category === 'CATEGORY_PROMOTIONS' && {
            extra: { 'List-Unsubscribe': `<https://${plan.from.split('@')[1]}/unsubscribe>`, Precedence: 'bulk' },
          }),
        };
        return {
          letter,
          labels: plan.label ? [plan.label] : [],
          unread: index < 3,
          inbox: index < 20,
          starred: false,
          category: plan.category,
        };
      });
    }),
  );
}

function deliver(kit: SandboxKit, state: GmailState, sent: Sent): void {
  const raw = compose(sent.letter);
  const owners = [sent.letter.from, ...sent.letter.to, ...(sent.letter.cc ?? [])].flatMap(
    (person) => mailboxOf(addressesOf(person.email)[0]!.email) ?? [],
  );
  for (const owner of new Set(owners)) {
    const box = state.boxes[owner.id]!;
    const labels = sent.labels.map((name) => Object.values(box.labels).find((label) => label.name === name)!.id);
    const mine = sent.letter.from.email === owner.email;
    const received = [
      ...(sent.inbox ? ['INBOX'] : []),
      ...(sent.binned ? ['TRASH'] : []),
      ...(sent.unread ? ['UNREAD'] : []),
      ...(sent.starred ? ['STARRED', 'IMPORTANT'] : []),
      sent.category,
    ];
    fileMessage(kit, state, box, raw, {
      id: sent.id,
      labelIds: [...(mine ? ['SENT'] : received), ...labels],
      internalDate: Math.floor(sent.letter.at / 1000) * 1000,
    });
  }
}
