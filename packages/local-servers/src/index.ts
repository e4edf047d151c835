export { startPostgres } from './postgres/start-postgres.ts';
export type { LocalPostgres, PostgresOptions } from './postgres/start-postgres.ts';
export { natsServerPath, startNats } from './nats/start-nats.ts';
export type { LocalNats, NatsOptions } from './nats/start-nats.ts';
export { freePort, portIsFree } from './ports.ts';
