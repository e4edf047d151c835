import { html, type Html } from '../kit/html.ts';
import type { SandboxKit } from '../kit/world.ts';
import type { ZohoAccount } from './accounts.ts';
import { crmOf, type CrmRecord } from './crm/state.ts';
import { folders, mailboxOf } from './mail/state.ts';

const text = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'name' in value
    ? String(value.name)
    : value === null || value === undefined
      ? ''
      : String(value as string | number);

const list = (title: string, records: readonly CrmRecord[], name: string, fields: readonly string[]): Html =>
  html`<section class="card">
    <h2>${title}</h2>
    <ul>
      ${records.map(
        (record) =>
          html`<li class="item">
            <strong>${text(record[name])}</strong>
            <div class="soft">
              ${fields
                .map((field) => text(record[field]))
                .filter(Boolean)
                .join(' · ')}
            </div>
          </li>`,
      )}
    </ul>
  </section>`;

/** The CRM and the mailbox of an account, for people. */
export function pageOf(kit: SandboxKit, account: ZohoAccount): Html {
  const { Deals, Leads, Contacts, Tasks, Notes } = crmOf(kit, account);
  const { messages } = mailboxOf(kit, account);
  return html`<div class="columns">
    ${list('Deals', Deals, 'Deal_Name', ['Stage', 'Amount', 'Closing_Date', 'Contact_Name'])}
    ${list('Leads', Leads, 'Full_Name', ['Company', 'Email', 'Lead_Status'])}
    ${list('Contacts', Contacts, 'Full_Name', ['Account_Name', 'Email', 'Phone'])}
    ${list('Tasks', Tasks, 'Subject', ['Status', 'Due_Date', 'What_Id'])}
    ${list('Notes', Notes, 'Note_Title', ['Note_Content', 'Parent_Id'])}
    <section class="card">
      <h2>Mail of ${account.mailbox}</h2>
      ${folders.map(({ folderId, folderName }) => {
        const here = messages.filter((mail) => mail.folderId === folderId).toSorted((a, b) => b.at - a.at);
        return (
          here.length > 0 &&
          html`<h3>${folderName}</h3>
            <ul>
              ${here.map(
                (mail) =>
                  html`<li class="item">
                    <strong>${mail.subject}</strong>
                    <div class="soft">${folderName === 'Sent' ? mail.to : mail.from.name}</div>
                  </li>`,
              )}
            </ul>`
        );
      })}
    </section>
  </div>`;
}
