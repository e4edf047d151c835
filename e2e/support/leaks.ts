import pg from 'pg';

/** Every form in which a marker could lie about: raw, base64, base64url, hex and URL-encoded. */
function formsOf(canary: string): string[] {
  const bytes = Buffer.from(canary);
  // Base64 of the same text at any place of a longer one, without the ends that its neighbours decide.
  const base64 = [0, 1, 2].map((shift) =>
    Buffer.concat([Buffer.alloc(shift, 'x'), bytes])
      .toString('base64')
      .slice(shift === 0 ? 0 : 4, -4),
  );
  const url = base64.map((text) => text.replaceAll('+', '-').replaceAll('/', '_'));
  return [...new Set([canary, encodeURIComponent(canary), bytes.toString('hex'), ...base64, ...url])];
}

/** @returns where which canary lies, as `<place>: <canary>`; the canaries by the name of what they mark. */
export function leaksIn(
  places: Readonly<Record<string, string>>,
  canaries: Readonly<Record<string, readonly string[]>>,
): string[] {
  return Object.entries(places).flatMap(([place, text]) =>
    Object.entries(canaries).flatMap(([name, values]) =>
      values.filter((value) => formsOf(value).some((form) => text.includes(form))).map(() => `${place}: ${name}`),
    ),
  );
}

/** Every row of every table of the hub as text, bytes as hex and as they are. */
export async function dumpDatabase(url: string): Promise<Record<string, string>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const tables = await client.query<{ name: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
        WHERE schemaname IN ('auth', 'audit', 'jobs', 'integrations', 'assistant', 'gateway')`,
    );
    const dump: Record<string, string> = {};
    for (const { name } of tables.rows) {
      const { rows } = await client.query(`SELECT * FROM ${name}`);
      dump[name] = JSON.stringify(rows, (_, value: unknown) => {
        const bytes = value as { type?: unknown; data?: number[] } | null;
        if (bytes?.type !== 'Buffer' || !bytes.data) return value;
        const buffer = Buffer.from(bytes.data);
        return `${buffer.toString('hex')} ${buffer.toString('latin1')}`;
      });
    }
    return dump;
  } finally {
    await client.end();
  }
}
