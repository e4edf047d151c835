import type { OAuth2Declaration } from '@switchboard/provider-kit';

const modules = ['leads', 'contacts', 'deals', 'notes', 'tasks'] as const;
const crm = (operation: string): string[] => modules.map((module) => `ZohoCRM.modules.${module}.${operation}`);

/** What a person lets the hub do at Zoho. */
export const features = {
  identity: {
    title: 'Who you are',
    description: 'Your name and mail address, to show which account is connected.',
    scopes: ['AaaServer.profile.READ'],
    required: true,
  },
  'crm.read': {
    title: 'See the CRM',
    description: 'Find leads, contacts, deals, notes and tasks.',
    scopes: [...crm('READ'), 'ZohoSearch.securesearch.READ'],
  },
  'crm.write': {
    title: 'Change the CRM',
    description: 'Add and change leads, contacts, deals, notes and tasks, and take back what was added.',
    scopes: [...crm('CREATE'), ...crm('UPDATE'), ...crm('DELETE')],
  },
  'mail.read': {
    title: 'Read mail',
    description: 'Search and read the mail of your Zoho mailbox.',
    scopes: ['ZohoMail.accounts.READ', 'ZohoMail.messages.READ', 'ZohoMail.folders.READ'],
  },
  'mail.send': {
    title: 'Send mail',
    description: 'Send mail from your Zoho mailbox, each time after your yes.',
    scopes: ['ZohoMail.accounts.READ', 'ZohoMail.messages.CREATE'],
  },
} satisfies OAuth2Declaration['features'];
