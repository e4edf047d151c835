import { contactsSearch, HubError, mailSearch } from '@switchboard/contracts';
import { Injectable } from '@nestjs/common';
import type { PersonMention } from '../understanding/index.ts';
import type { KnownPerson, Option } from './conversation.ts';
import { ReadsService } from './reads.service.ts';
import { Ask, type Turn } from './turn.ts';

/** Finds whom a name means: in the contacts, then in recent mail. Asks where it is not clear. */
@Injectable()
export class PeopleService {
  constructor(private readonly reads: ReadsService) {}

  /** @throws Ask where a name is unknown or several people have it. */
  async resolve(mentions: readonly PersonMention[], turn: Turn): Promise<KnownPerson[]> {
    const found: KnownPerson[] = [];
    for (const mention of mentions) {
      if (mention.self) continue;
      found.push(await this.one(mention, turn));
    }
    return found.filter(({ email }, at) => found.findIndex((other) => other.email === email) === at);
  }

  /** Counts whom a message is from as named where the person named that contact by name. */
  async nameSender(mentions: readonly PersonMention[], sender: string | undefined, turn: Turn): Promise<void> {
    for (const { name } of mentions) {
      if (!name || !sender) continue;
      const contacts = await this.contacts(name, turn);
      if (contacts.some(({ email }) => email.toLowerCase() === sender.toLowerCase())) turn.outside.named.push(sender);
    }
  }

  private async one({ email, name }: PersonMention, turn: Turn): Promise<KnownPerson> {
    if (email) return { email, ...(name ? { name } : {}) };
    const mention = name ?? '';
    const settled = turn.conversation.settled.people[mention.toLowerCase()];
    if (settled) return chosen(settled, turn);
    const people = await this.search(mention, turn);
    const [only, ...others] = people;
    if (!only) throw unknown(mention, turn);
    if (others.length > 0) throw ambiguous(mention, people, turn);
    return only;
  }

  private async search(name: string, turn: Turn): Promise<KnownPerson[]> {
    const matching = await this.contacts(name, turn);
    if (matching.length === 1) return matching.map((person) => chosen(person, turn));
    if (matching.length > 1) return distinct(matching);
    const mail = await this.quietly(() => this.reads.read(mailSearch, { from: name, limit: 20 }, turn));
    return distinct((mail?.messages ?? []).map(({ from }) => from).filter((person) => matches(person, name)));
  }

  private async contacts(name: string, turn: Turn): Promise<KnownPerson[]> {
    const found = await this.quietly(() => this.reads.read(contactsSearch, { query: name, limit: 10 }, turn));
    const known = (found?.contacts ?? []).flatMap((contact) =>
      contact.emails.slice(0, 1).map((email) => ({ email, name: contact.name })),
    );
    return known.filter((person) => matches(person, name));
  }

  /** What an account has not granted is not looked up; the address is asked for instead. */
  private async quietly<T>(read: () => Promise<T>): Promise<T | undefined> {
    try {
      return await read();
    } catch (error) {
      const optional = ['scope_missing', 'connection_missing', 'connection_unknown', 'action_unknown'];
      if (error instanceof HubError && optional.includes(error.code)) return undefined;
      throw error;
    }
  }
}

/** A contact of one's own, or whom one picked, counts as named. */
function chosen(person: KnownPerson, { outside }: Turn): KnownPerson {
  outside.named.push(person.email);
  return person;
}

const folded = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** Each word of the name begins a word of the person's name, or is in their address. */
function matches({ name = '', email }: KnownPerson, wanted: string): boolean {
  const words = folded(name).split(/[\s.,'-]+/u);
  const local = folded(email).split('@')[0] ?? '';
  return folded(wanted)
    .split(/\s+/u)
    .every((part) => words.some((word) => word.startsWith(part)) || local.split(/[._-]/).includes(part));
}

const distinct = (people: readonly KnownPerson[]): KnownPerson[] => [
  ...new Map(people.map((person) => [person.email.toLowerCase(), person])).values(),
];

function unknown(mention: string, turn: Turn): Ask {
  return new Ask(`I do not find anyone called ${mention}. What is the e-mail address?`, {
    frame: turn.frame,
    pendingSlot: 'people',
  });
}

function ambiguous(mention: string, people: readonly KnownPerson[], turn: Turn): Ask {
  const options: Option[] = people.slice(0, 8).map(({ email, name }) => ({
    settles: 'person',
    label: name ? `${name} <${email}>` : email,
    mention: mention.toLowerCase(),
    email,
    name,
  }));
  return new Ask(`Which ${mention} do you mean?`, { frame: turn.frame, options });
}
