import { readFileSync } from 'node:fs';
import type { ServiceName } from '@switchboard/contracts';
import { Redactor } from '@switchboard/egress';
import {
  createLog,
  HttpStreamHost,
  HttpStreams,
  type InProcessStreams,
  type ServiceRuntime,
  type Settings,
  StatementVerifier,
  SystemClock,
  SystemIds,
  type Wire,
  WireBus,
} from '@switchboard/nest-kit';
import { z } from 'zod';

/** What is the same for every service of one hub. */
export interface HubFacts {
  readonly settings: Settings;
  readonly originMap: Readonly<Record<string, string>>;
  readonly sandboxClients: ServiceRuntime['sandboxClients'];
}

/** One for the process: time, and what checks callers. */
export function createVerifier(settings: Settings): StatementVerifier {
  return new StatementVerifier(readFileSync(settings.SWB_STATEMENT_PUBLIC_KEY_FILE ?? '', 'utf8'), new SystemClock());
}

/** The runtime of a service that shares this process with the others. */
export function sharedRuntime(
  name: ServiceName,
  facts: HubFacts,
  parts: { databaseUrl: string; wire: Wire; streams: InProcessStreams; verifier: StatementVerifier },
): ServiceRuntime {
  const { databaseUrl, wire, streams, verifier } = parts;
  return { ...basics(name, facts, wire), databaseUrl, verifier, streams: streams.clientOf(name), streamHost: streams };
}

/** The runtime of a service alone in its process; its stream host does not listen yet. */
export function ownRuntime(
  name: ServiceName,
  facts: HubFacts,
  parts: { databaseUrl: string; wire: Wire },
): ServiceRuntime & { readonly streamHost: HttpStreamHost } {
  const { settings } = facts;
  const verifier = createVerifier(settings);
  const base = basics(name, facts, parts.wire);
  const secret = readFileSync(settings.SWB_INNER_SECRET_FILE ?? '', 'utf8').trim();
  const origins = { integrations: settings.SWB_INTEGRATIONS_URL, assistant: settings.SWB_ASSISTANT_URL };
  return {
    ...base,
    databaseUrl: parts.databaseUrl,
    verifier,
    streams: new HttpStreams(name, origins, { secret, clock: base.clock }),
    streamHost: new HttpStreamHost({ secret, verifier, clock: base.clock, log: base.log }),
  };
}

const redactor = new Redactor();

function basics(name: ServiceName, facts: HubFacts, wire: Wire) {
  const clock = new SystemClock();
  const log = createLog({ level: facts.settings.LOG_LEVEL, service: name, clean: (line) => redactor.text(line) });
  return { ...facts, wire, bus: new WireBus(wire, clock), clock, ids: new SystemIds(), log };
}

const OriginMap = z.record(z.url(), z.url());

/** @throws with one sentence where the file is no map from origins to addresses. */
export function readOriginMap(file: string | undefined): Readonly<Record<string, string>> {
  if (!file) return {};
  try {
    return OriginMap.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    throw new Error(`SWB_ORIGIN_MAP is not right: ${file} is not a JSON object from origins to addresses.`);
  }
}
