import { defineProvider, oauth2 } from '@switchboard/provider-kit';
import { actions } from './actions.ts';
import { explain } from './explain.ts';
import { features } from './features.ts';

/**
 * Microsoft's identity platform for work, school and personal accounts. No issuer is declared: each organisation has its own, and
 * the account is known by Microsoft Graph. A refresh answers a new refresh token and leaves the old one working.
 * @see https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow (read 2026-11-21)
 * @see https://learn.microsoft.com/entra/identity-platform/refresh-tokens (read 2026-11-21)
 */
export const microsoft = defineProvider({
  id: 'microsoft',
  title: 'Microsoft 365',
  description: 'Outlook calendar and mail, and files in OneDrive.',
  docsUrl: 'https://learn.microsoft.com/graph/auth-v2-user',
  accountUrl: 'https://myaccount.microsoft.com',
  setUp: {
    consoleUrl: 'https://entra.microsoft.com/#view/Microsoft_AAD_RegisteredApps/ApplicationsListBlade',
    hints: [
      'Register the app for accounts in any organisation and personal accounts, with a redirect address of the kind Web.',
      'A client secret ends after two years at most; note the day.',
      'In an organisation an admin may have to consent before people can connect.',
    ],
  },
  auth: {
    oauth: oauth2({
      authorizationEndpoint: 'https://login.microsoftonline.com/common/oauth2/v2.0/authorize',
      tokenEndpoint: 'https://login.microsoftonline.com/common/oauth2/v2.0/token',
      authorizationParams: { response_mode: 'query', prompt: 'select_account' },
      revokes: 'grant',
      revokeByHand:
        'Microsoft lets apps end no access: remove the app at https://myapplications.microsoft.com for a work account, or at https://account.live.com/consent/Manage for a personal one.',
      clientAuth: 'client_secret_post',
      pkce: 'S256',
      identity: {
        endpoint: 'https://graph.microsoft.com/v1.0/me',
        subject: '/id',
        email: '/mail',
        name: '/displayName',
      },
      life: { idleDays: 90, reason: 'Microsoft ends access that was not used for 90 days.' },
      features,
      baseFeatures: ['identity'],
      defaultExpiresIn: 3600,
    }),
  },
  api: {
    baseUrl: 'https://graph.microsoft.com/v1.0',
    hosts: ['https://graph.microsoft.com'],
    // Where signed links and upload sessions lie: personal drives, those of organisations, and large attachments of mail.
    fileHosts: [
      'https://api.onedrive.com',
      'https://{drive}.files.1drv.com',
      'https://{drive}.up.1drv.com',
      'https://{drive}.microsoftpersonalcontent.com',
      'https://{tenant}.sharepoint.com',
      'https://outlook.office.com',
      'https://outlook.office365.com',
    ],
    // 10,000 calls in ten minutes to one mailbox.
    perSecond: 15,
  },
  explain,
  actions,
});
