import type { CallOf } from './call-mail.ts';

/** Every method of People, and the account itself. */
export async function callPeople(call: CallOf): Promise<void> {
  const people = 'https://people.googleapis.com/v1';
  const mask = 'names,emailAddresses,phoneNumbers,photos,organizations,metadata';
  await call('GET', `${people}/people/me?personFields=${mask},locales`);
  await call('GET', `${people}/people/me/connections?personFields=${mask}`);
  await call('GET', `${people}/people:searchContacts?query=priya&readMask=${mask}`);
  await call('GET', `${people}/otherContacts?readMask=names,emailAddresses,metadata`);
  await call('GET', `${people}/otherContacts:search?query=oskar&readMask=names`);
  await call('GET', 'https://www.googleapis.com/oauth2/v2/userinfo');
  await call('GET', 'https://www.googleapis.com/userinfo/v2/me');
  const made = await call('POST', `${people}/people:createContact?personFields=${mask}`, {
    names: [{ unstructuredName: 'Elif Kaya' }],
    emailAddresses: [{ value: 'elif@harborline.example' }],
    clientData: [{ key: 'k', value: 'v' }],
  });
  const { resourceName, etag } = made.body;
  await call('PATCH', `${people}/${resourceName}:updateContact?updatePersonFields=phoneNumbers&personFields=${mask}`, {
    etag,
    phoneNumbers: [{ value: '+44 20 7946 0188', type: 'mobile' }],
  });
  await call('DELETE', `${people}/${resourceName}:deleteContact`);
}
