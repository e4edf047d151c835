import type { SetUpDeclaration } from '@switchboard/provider-kit';

const library = 'https://console.cloud.google.com/apis/library';

/** Pages of the Google Cloud console, as they were on 2026-11-21. */
export const setUp: SetUpDeclaration = {
  consoleUrl: 'https://console.cloud.google.com/auth/clients',
  clientFile: true,
  links: [
    { title: 'Create a project', url: 'https://console.cloud.google.com/projectcreate' },
    { title: 'Enable the Gmail API', url: `${library}/gmail.googleapis.com` },
    { title: 'Enable the Google Calendar API', url: `${library}/calendar-json.googleapis.com` },
    { title: 'Enable the People API', url: `${library}/people.googleapis.com` },
    { title: 'Enable the Google Tasks API', url: `${library}/tasks.googleapis.com` },
    { title: 'Enable the Google Drive API', url: `${library}/drive.googleapis.com` },
    { title: 'Name the app', url: 'https://console.cloud.google.com/auth/branding' },
    { title: 'Publishing status and test users', url: 'https://console.cloud.google.com/auth/audience' },
  ],
  hints: [
    'The client must be of the type Web application.',
    'While the publishing status is Testing, only the test users can connect, and each connection ends after seven days.',
    'An API that is not enabled in the project answers with an error when it is first used.',
  ],
};
