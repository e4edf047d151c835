/** The page of one run: what was covered and checked for each provider, and what its vendor's description lacks or has wrong. */
export function conformanceTable(records) {
  const rows = records.map(
    ({ title, actions, description, operations, operationCount, requests, answers, failing, differs }) => [
      title,
      actions,
      description ?? 'none, below',
      description ? `${operations.length} of ${operationCount}` : '',
      description ? requests : '',
      description ? answers : '',
      description ? failing : '',
      differs.length === 0 ? 'none' : `${differs.length}, below`,
    ],
  );
  const titles = [
    'Provider',
    'Actions',
    'Held against',
    'Operations used',
    'Requests',
    'Answers',
    'Failing',
    'Differs',
  ];
  const parts = [
    ...records
      .filter(({ undescribed }) => undescribed)
      .map(({ title, undescribed }) => `## ${title} has none\n\n${undescribed}`),
    ...records.filter(({ differs }) => differs.length > 0).map(differences),
  ];
  return `${[head, table(titles, rows), ...parts].join('\n\n')}\n`;
}

const head = `# Conformance

Each action of each provider is run in the sandbox: its examples whole (before, run, recover, undo) and generated inputs, with exactly the
features it needs. Every request it sends and every answer of the sandbox is held against the vendor's own machine-readable description:
method, path, parameters, body, content type, answer, and scope where the description carries them. Files that travel by a signed link are
not described by anyone and are not counted. Written by \`npm run conformance\`.`;

const differences = ({ title, differs }) =>
  `## Where ${title}'s description differs

Each line was seen in this run, and is counted as passing for the reason given.

${differs.map(({ where, why, times }) => `- \`${where}\` (${times} times): ${why}`).join('\n')}`;

const cell = (value) => String(value).replaceAll('|', String.raw`\|`);

function table(titles, rows) {
  const all = [titles, ...rows.map((row) => row.map(cell))];
  const widths = titles.map((_title, at) => Math.max(...all.map((row) => [...String(row[at])].length)));
  const line = (row) => `| ${row.map((value, at) => String(value).padEnd(widths[at])).join(' | ')} |`;
  return [line(titles), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...all.slice(1).map(line)].join(
    '\n',
  );
}
