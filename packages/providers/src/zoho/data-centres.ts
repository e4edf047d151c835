import { z } from 'zod';

/** The hosts of one of Zoho's data centres. */
export interface Hosts extends Readonly<Record<string, string>> {
  readonly accounts: string;
  /** CRM and the other product APIs; `api_domain` in a token answer. */
  readonly api: string;
  readonly mail: string;
  /** Where people look at CRM records. */
  readonly crm: string;
}

const at = (domain: string, api = `www.zohoapis.${domain}`, zoho = `zoho.${domain}`): Hosts => ({
  accounts: `accounts.${zoho}`,
  api,
  mail: `mail.${zoho}`,
  crm: `crm.${zoho}`,
});

/**
 * Every data centre, by the name that Zoho puts into `location` of its callback.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/multi-dc.html (read 2026-11-21)
 */
export const dataCentres = {
  us: at('com'),
  eu: at('eu'),
  in: at('in'),
  au: at('com.au'),
  jp: at('jp'),
  sa: at('sa'),
  ae: at('ae'),
  uk: at('uk'),
  cn: at('com.cn'),
  ca: at('ca', 'www.zohoapis.ca', 'zohocloud.ca'),
} as const satisfies Readonly<Record<string, Hosts>>;

type DataCentre = keyof typeof dataCentres;
const names = Object.keys(dataCentres) as [DataCentre, ...DataCentre[]];

export const settings = z.strictObject({
  dataCentre: z
    .enum(names)
    .default('us')
    .describe('Data centre; the country of the Zoho address you sign in at, us for zoho.com'),
});

/** The hosts of a connection. */
export const hostsOf = ({ dataCentre }: Readonly<Record<string, string>>): Hosts =>
  dataCentres[settings.parse({ dataCentre }).dataCentre];
