import { cast } from '../../seed/cast.ts';
import { deals, leads } from '../../seed/business.ts';
import { dayFrom, momentAgo, projects } from '../../seed/projects.ts';
import type { SandboxKit } from '../../kit/world.ts';
import { type ZohoAccount, zohoAccounts } from '../accounts.ts';

export const moduleNames = ['Leads', 'Contacts', 'Deals', 'Tasks', 'Notes'] as const;
export type ModuleName = (typeof moduleNames)[number];

export interface CrmRecord {
  readonly id: string;
  [field: string]: unknown;
}
export type Crm = Record<ModuleName, CrmRecord[]> & { next: number };

const org = '4876876000000';
const idIn = (series: number, at: number): string => `${org}${series}${String(at + 1).padStart(5, '0')}`;
const zohoTime = (iso: string): string => iso.replace(/(\.\d+)?Z$/, '+00:00');

/** Everything that Zoho notes by itself of a record. */
export const stamps = (account: ZohoAccount, moment: string) => {
  const person = { id: `${org}000${account.id.slice(-3)}`, name: account.name, email: account.email };
  return { Owner: person, Created_By: person, Modified_By: person, Created_Time: moment, Modified_Time: moment };
};

export const nowOf = (kit: SandboxKit): string => zohoTime(new Date(kit.clock()).toISOString());

function seeded(kit: SandboxKit, account: ZohoAccount): Crm {
  const now = kit.clock();
  const made = (daysAgo: number) => stamps(account, zohoTime(momentAgo(now, daysAgo)));
  const customers = cast.filter(({ company, contact }) => contact && company !== '' && company !== 'Fernhill Studio');
  const contacts = customers.map((person, at) => {
    const [First_Name = '', ...rest] = person.name.split(' ');
    return {
      ...made(30 - at),
      id: idIn(2, at),
      First_Name,
      Last_Name: rest.join(' '),
      Full_Name: person.name,
      Email: person.email,
      Phone: person.phone ?? null,
      Mobile: null,
      Title: person.title,
      Account_Name: { id: idIn(6, at), name: person.company },
      Description: null,
    };
  });
  const deal = deals.map((one, at) => {
    const contact = contacts.find(({ Email }) => Email === one.contact)!;
    return {
      ...made(20 - at),
      id: idIn(4, at),
      Deal_Name: one.title,
      Stage: one.stage,
      Amount: one.amount,
      Closing_Date: dayFrom(now, one.closesInDays),
      Account_Name: contact.Account_Name,
      Contact_Name: { id: contact.id, name: contact.Full_Name },
      Description: null,
    };
  });
  return {
    Leads: leads.map((lead, at) => {
      const [First_Name = '', ...rest] = lead.name.split(' ');
      return {
        ...made(9 - at), id: idIn(3, at), First_Name, Last_Name: rest.join(' '), Full_Name: lead.name, Company: lead.company,
        Email: lead.email, Phone: null, Lead_Status: lead.status, Lead_Source: lead.source, Description: null,
      }; // prettier-ignore
    }),
    Contacts: contacts,
    Deals: deal,
    Tasks: projects
      .flatMap(({ tasks, customer }) => tasks.filter(({ stage }) => customer && stage !== 'Done').slice(0, 1))
      .map((task, at) => ({
        ...made(5 - at), id: idIn(5, at), Subject: `Ask the customer: ${task.title}`, Status: 'Not Started', Priority: 'Normal',
        Due_Date: dayFrom(now, task.dueInDays ?? 7), Description: task.notes ?? null,
        What_Id: { id: deal[at]!.id, name: deal[at]!.Deal_Name }, $se_module: 'Deals',
      })), // prettier-ignore
    Notes: [
      {
        ...made(3), id: idIn(7, 0), Note_Title: 'First call', Note_Content: 'Kenji likes the tide arrows. Wants them larger.',
        Parent_Id: { id: idIn(4, 3), name: deal[3]!.Deal_Name, module: { api_name: 'Deals' } },
      },
    ], // prettier-ignore
    next: 90,
  };
}

/** What each account's CRM holds. */
export const crmOf = (kit: SandboxKit, account: ZohoAccount): Crm =>
  kit.store.part<Record<string, Crm>>('zoho.crm', () =>
    Object.fromEntries(zohoAccounts.map((one) => [one.id, seeded(kit, one)])),
  )[account.id]!;

/** The id of the next record. */
export function nextId(crm: Crm): string {
  crm.next += 1;
  return idIn(9, crm.next);
}
