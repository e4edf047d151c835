import { runSql } from './test-database.ts';

/** Every form in which a marker could lie about: raw, base64, base64url, hex and URL-encoded. */
function formsOf(canary: string): string[] {
  const bytes = Buffer.from(canary);
  const base64 = [0, 1, 2].map((shift) =>
    // Base64 of the same text at any place of a longer one, without the ends that its neighbours decide.
    Buffer.concat([Buffer.alloc(shift, 'x'), bytes])
      .toString('base64')
      .slice(shift === 0 ? 0 : 4, -4),
  );
  const url = base64.map((text) => text.replaceAll('+', '-').replaceAll('/', '_'));
  return [...new Set([canary, encodeURIComponent(canary), bytes.toString('hex'), ...base64, ...url])];
}

/** @returns where a canary lies, as `<place>: <canary's beginning>`. */
export function leaksIn(places: Readonly<Record<string, string>>, canaries: readonly string[]): string[] {
  return Object.entries(places).flatMap(([place, text]) =>
    canaries
      .filter((canary) => formsOf(canary).some((form) => text.includes(form)))
      .map((canary) => `${place}: ${canary.slice(0, 12)}`),
  );
}

/** Every row of every table of the service, of its jobs and of the audit, bytes as hex and as text. */
export async function dumpDatabase(url: string): Promise<Record<string, string>> {
  const tables = await runSql<{ name: string }>(
    url,
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname IN ('auth', 'audit', 'jobs')`,
  );
  const dump: Record<string, string> = {};
  for (const { name } of tables) {
    const rows = await runSql(url, `SELECT * FROM ${name}`);
    dump[name] = JSON.stringify(rows, (_, value: unknown) => {
      const bytes = value as { type?: unknown; data?: number[] } | null;
      if (bytes?.type !== 'Buffer' || !bytes.data) return value;
      const buffer = Buffer.from(bytes.data);
      return `${buffer.toString('hex')} ${buffer.toString('latin1')}`;
    });
  }
  return dump;
}
