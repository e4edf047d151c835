import type { Answer, Client, Part } from './client.ts';

/** What came of one sentence: the words, the card if there is one, and the parts as they are. */
export interface Said {
  readonly text: string;
  readonly parts: readonly Part[];
  readonly card: Answer['body'] | undefined;
}

/** One conversation of a person with the assistant. */
export class Talk {
  private threadId: string | undefined;
  private card: Answer['body'];

  constructor(private readonly client: Client) {}

  async say(sentence: string): Promise<Said> {
    const { threadId, parts } = await this.client.say(sentence, this.threadId);
    this.threadId = threadId;
    const hasCard = parts.some(({ kind }) => kind === 'proposal');
    this.card = hasCard ? await this.client.card(parts) : undefined;
    const text = parts.map((part) => ('text' in part ? String(part['text']) : '')).join(' ');
    return { text, parts, card: this.card };
  }

  /** Presses Approve on the card that was shown last. */
  async approve(): Promise<Answer['body']> {
    const { id, digest } = this.card as { id: string; digest: string };
    return (await this.client.post(`/api/v1/proposals/${id}/confirm`, { digest })).body;
  }

  async undo(): Promise<Answer['body']> {
    return (await this.client.post(`/api/v1/proposals/${String(this.card.id)}/undo`)).body;
  }
}

/** A card as a person reads it: the action, and each line as `label: value`. */
export function readCard(card: Answer['body'] | undefined): string {
  if (!card) return '';
  return (card.steps as { action: string; fields: { label: string; value: string }[] }[])
    .flatMap(({ action, fields }) => [action, ...fields.map(({ label, value }) => `${label}: ${value}`)])
    .join('\n');
}
