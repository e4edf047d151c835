import type { MethodView, ProviderView } from '@switchboard/contracts';

/** True where an admin registers the hub: a client of the hub's own goes with this method. */
export const takesClient = ({ redirectUri, ownClient }: MethodView): boolean => redirectUri !== undefined && !ownClient;

/** False where each person brings a key or a client of their own, so that there is nothing to set up. */
export const needsClient = ({ methods }: ProviderView): boolean => methods.some(takesClient);
