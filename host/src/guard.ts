import { type GuardRule, guardSockets } from '@switchboard/egress';

const usualPorts: Readonly<Record<string, number>> = {
  'postgres:': 5432,
  'postgresql:': 5432,
  'http:': 80,
  'nats:': 4222,
  'tls:': 4222,
};

/** From here on this process connects to these addresses and, through egress, to providers; to nothing else (E-1). */
export function guardProcess(addresses: readonly (string | undefined)[], onRefused: (target: string) => void): void {
  const rules = addresses.flatMap((address) => (address ? [ruleOf(new URL(address))] : []));
  guardSockets(rules, onRefused);
}

function ruleOf({ protocol, hostname, port }: URL): GuardRule {
  const isBus = protocol === 'nats:' || protocol === 'tls:';
  return { host: isBus ? '*' : hostname, port: Number(port) || (usualPorts[protocol] ?? 0) };
}
