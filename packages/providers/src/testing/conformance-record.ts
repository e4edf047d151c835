import type { ProviderDeclaration } from '@switchboard/provider-kit';
import type { ApiDescription, DescribedRequest } from '@switchboard/testing/descriptions/api-description';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import {
  callOf,
  callPattern,
  patternsOf,
  type Difference,
  type NarrowerScopes,
  type UndescribedCall,
} from './difference.ts';
import type { Exchange } from './door.ts';
import { Tally } from './tally.ts';

/** What held a provider against its vendor's description, for the conformance table. */
export interface ConformanceRecord {
  readonly provider: string;
  readonly title: string;
  readonly actions: number;
  readonly description: string | undefined;
  /** Why there is none. */
  readonly undescribed: string | undefined;
  readonly operationCount: number;
  readonly operations: readonly string[];
  /** Calls held against an operation, each with its answer. */
  readonly held: number;
  /** Calls that no operation describes. */
  readonly notDescribed: number;
  readonly failing: number;
  readonly differs: readonly (Difference & Seen)[];
  readonly undescribedCalls: readonly (UndescribedCall & Seen)[];
  readonly narrower: (Pick<NarrowerScopes, 'why'> & Seen) | undefined;
}

interface Seen {
  readonly times: number;
}

export interface Judging {
  readonly description: ApiDescription | undefined;
  readonly undescribed?: string | undefined;
  readonly differs?: readonly Difference[] | undefined;
  readonly undescribedCalls?: readonly UndescribedCall[] | undefined;
  readonly narrower?: NarrowerScopes | undefined;
}

/** Judges what actions sent and were answered, and counts. */
export class ConformanceJudge {
  readonly #provider: ProviderDeclaration;
  readonly #judging: Judging;
  readonly #operations = new Set<string>();
  readonly #differs: Tally<Difference>;
  readonly #calls: Tally<UndescribedCall>;
  #held = 0;
  #notDescribed = 0;
  #narrowed = 0;
  #failing = 0;

  constructor(provider: ProviderDeclaration, judging: Judging) {
    this.#provider = provider;
    this.#judging = judging;
    this.#differs = new Tally(judging.differs ?? [], patternsOf);
    this.#calls = new Tally(judging.undescribedCalls ?? [], (one) => [callPattern(one)]);
  }

  /** What of the exchanges the description does not know or refuses; `granted` are the scopes of the connection. */
  findings(exchanges: readonly Exchange[], granted: ReadonlySet<string>): string[] {
    const { description } = this.#judging;
    return exchanges.flatMap((exchange) => {
      if (!description || exchange.request.link) return [];
      const operation = description.covers(exchange.request);
      const open =
        operation === undefined
          ? this.#strange(description, exchange)
          : this.#judged(description, operation, exchange, granted);
      if (open.length > 0) this.#failing += 1;
      return open;
    });
  }

  /** The differences that nothing showed. */
  get unused(): readonly string[] {
    const scopes = this.#judging.narrower && this.#narrowed === 0 ? ['narrower scopes'] : [];
    return [...this.#differs.unused, ...this.#calls.unused, ...scopes];
  }

  get record(): ConformanceRecord {
    const { description, undescribed, narrower } = this.#judging;
    return {
      provider: this.#provider.id,
      title: this.#provider.title,
      actions: this.#provider.actions.length,
      description: description?.name,
      undescribed,
      operationCount: description?.operationCount ?? 0,
      operations: [...this.#operations].sort(),
      held: this.#held,
      notDescribed: this.#notDescribed,
      failing: this.#failing,
      differs: this.#differs.counted,
      undescribedCalls: this.#calls.counted,
      narrower: narrower && { why: narrower.why, times: this.#narrowed },
    };
  }

  /** Keeps the counts where the run asks for them: `npm run conformance` names the folder. */
  write(): void {
    const { conformanceFolder: folder } = globalThis as { conformanceFolder?: string };
    if (folder === undefined) return;
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, `${this.#provider.id}.json`), JSON.stringify(this.record, null, 2));
  }

  #strange(description: ApiDescription, { request }: Exchange): string[] {
    this.#notDescribed += 1;
    return this.#calls.explains(callOf(request)) ? [] : description.findings(request);
  }

  #judged(
    description: ApiDescription,
    operation: string,
    { request, answer }: Exchange,
    granted: ReadonlySet<string>,
  ): string[] {
    this.#operations.add(operation);
    this.#held += 1;
    const found = [
      ...description.findings(request),
      ...this.#scopeFindings(description, operation, request, granted),
      ...description.answerFindings(request, answer),
    ];
    return found.filter((finding) => !this.#differs.explains(finding));
  }

  #scopeFindings(
    description: ApiDescription,
    operation: string,
    request: DescribedRequest,
    granted: ReadonlySet<string>,
  ): string[] {
    const holds = (scopes: readonly string[]): boolean => scopes.every((scope) => granted.has(scope));
    const sets = description.scopesOf(request) ?? [];
    if (sets.length === 0 || sets.some(holds)) return [];
    const narrow = this.#judging.narrower?.scopesOf(request);
    if (narrow && holds(narrow)) {
      this.#narrowed += 1;
      return [];
    }
    const wanted = [...sets, ...(narrow ? [narrow] : [])].map((set) => set.join(' and ')).join(', or ');
    return [`${operation}: needs the scope ${wanted}, and has ${[...granted].join(' ') || 'none'}`];
  }
}
