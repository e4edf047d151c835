import type { OAuthContext } from '@switchboard/oauth';

type Service = Pick<OAuthContext, 'oauth' | 'personAddresses'>;

/** The account's stable subject. One of a service that a person named is unique at that service only, so its host stands before it. */
export const accountSubject = (service: Service, subject: string): string => prefixOf(service) + subject;

/** The subject as the service itself says it. */
export const ownSubject = (service: Service, subject: string): string => subject.slice(prefixOf(service).length);

const prefixOf = ({ oauth, personAddresses }: Service): string =>
  personAddresses === true ? `${new URL(oauth.issuer ?? oauth.identity.endpoint).host} ` : '';
