import type { ProviderDeclaration } from '@switchboard/provider-kit';
import type { ApiDescription } from '@switchboard/testing/descriptions/api-description';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Exchange } from './door.ts';

/** Something the vendor's description lacks or has wrong. */
export interface Difference {
  /** Words of the findings that it explains. */
  readonly where: string;
  /** One sentence for the conformance table, with where the right answer is written. */
  readonly why: string;
}

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
  readonly requests: number;
  readonly answers: number;
  readonly failing: number;
  readonly differs: readonly (Difference & { readonly times: number })[];
}

interface Judging {
  readonly description: ApiDescription | undefined;
  readonly undescribed?: string | undefined;
  readonly differs?: readonly Difference[] | undefined;
}

/** Judges what actions sent and were answered, and counts. */
export class ConformanceJudge {
  readonly #provider: ProviderDeclaration;
  readonly #description: ApiDescription | undefined;
  readonly #undescribed: string | undefined;
  readonly #differs: readonly Difference[];
  readonly #operations = new Set<string>();
  readonly #explained = new Map<Difference, number>();
  #requests = 0;
  #answers = 0;
  #failing = 0;

  constructor(provider: ProviderDeclaration, { description, undescribed, differs = [] }: Judging) {
    this.#provider = provider;
    this.#description = description;
    this.#undescribed = undescribed;
    this.#differs = differs;
  }

  /** What of the exchanges the description does not know or refuses; `granted` are the scopes of the connection. */
  findings(exchanges: readonly Exchange[], granted: ReadonlySet<string>): string[] {
    return exchanges.flatMap((exchange) => {
      if (!this.#description || exchange.request.link) return [];
      const found = [...this.#requestFindings(exchange, granted), ...this.#answerFindings(exchange)];
      const open = found.filter((finding) => !this.#isExplained(finding));
      if (open.length > 0) this.#failing += 1;
      return open;
    });
  }

  /** The differences that nothing showed. */
  get unused(): readonly string[] {
    return this.#differs.filter((difference) => !this.#explained.has(difference)).map(({ where }) => where);
  }

  get record(): ConformanceRecord {
    return {
      provider: this.#provider.id,
      title: this.#provider.title,
      actions: this.#provider.actions.length,
      description: this.#description?.name,
      undescribed: this.#undescribed,
      operationCount: this.#description?.operationCount ?? 0,
      operations: [...this.#operations].sort(),
      requests: this.#requests,
      answers: this.#answers,
      failing: this.#failing,
      differs: this.#differs.map((one) => ({ ...one, times: this.#explained.get(one) ?? 0 })),
    };
  }

  /** Keeps the counts where the run asks for them: `npm run conformance` names the folder. */
  write(): void {
    const { conformanceFolder: folder } = globalThis as { conformanceFolder?: string };
    if (folder === undefined) return;
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, `${this.#provider.id}.json`), JSON.stringify(this.record, null, 2));
  }

  #requestFindings({ request }: Exchange, granted: ReadonlySet<string>): string[] {
    const operation = this.#description!.covers(request);
    if (operation !== undefined) this.#operations.add(operation);
    this.#requests += 1;
    const sets = this.#description!.scopesOf(request);
    const enough = !sets?.length || sets.some((set) => set.every((scope) => granted.has(scope)));
    const wanted = sets?.map((set) => set.join(' and ')).join(', or ');
    return [
      ...this.#description!.findings(request),
      ...(enough ? [] : [`${operation}: needs the scope ${wanted}, and has ${[...granted].join(' ') || 'none'}`]),
    ];
  }

  #answerFindings({ request, answer }: Exchange): string[] {
    if (this.#description!.covers(request) === undefined) return [];
    this.#answers += 1;
    return this.#description!.answerFindings(request, answer);
  }

  #isExplained(finding: string): boolean {
    const known = this.#differs.find(({ where }) => finding.includes(where));
    if (known) this.#explained.set(known, (this.#explained.get(known) ?? 0) + 1);
    return known !== undefined;
  }
}
