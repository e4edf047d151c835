import { SettingsError } from './settings-error.ts';

/** A provider's client that may be set by the environment. */
export interface ClientSetting {
  /** `trello` is set by `TRELLO_CLIENT_ID` and `TRELLO_CLIENT_SECRET`. */
  readonly name: string;
  readonly title: string;
  /** False where the secret may be left out. */
  readonly secret: boolean;
}

export type Clients = Readonly<Record<string, { readonly clientId: string; readonly clientSecret?: string }>>;

/** The settings' names of one client. */
export const clientSettingNames = ({ name }: Pick<ClientSetting, 'name'>): { id: string; secret: string } => ({
  id: `${name.toUpperCase()}_CLIENT_ID`,
  secret: `${name.toUpperCase()}_CLIENT_SECRET`,
});

/** The clients that the environment sets. @throws SettingsError where half of one is set. */
export function clientsIn(
  environment: Readonly<Record<string, string | undefined>>,
  known: readonly ClientSetting[],
): Clients {
  const found = known.map((client) => {
    const names = clientSettingNames(client);
    const [clientId, clientSecret] = [environment[names.id]?.trim(), environment[names.secret]?.trim()];
    if ((!clientId && clientSecret) || (clientId && !clientSecret && client.secret))
      throw new SettingsError(`${names.id} and ${names.secret} go together.`);
    return [client.name, clientId && { clientId, ...(clientSecret && { clientSecret }) }] as const;
  });
  return Object.fromEntries(found.filter(([, client]) => client)) as Clients;
}
