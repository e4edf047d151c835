/** The page of one run: what was covered and checked for each provider, and what its vendor's description lacks or has wrong. */
export function conformanceTable(records) {
  const rows = records.map(
    ({ title, actions, description, operations, operationCount, held, notDescribed, failing, ...more }) => [
      title,
      actions,
      description ?? 'none, below',
      description ? `${operations.length} of ${operationCount}` : '',
      description ? held : '',
      description ? (notDescribed === 0 ? 0 : `${notDescribed}, below`) : '',
      description ? failing : '',
      linesOf(more).length === 0 ? 'none' : `${linesOf(more).length}, below`,
    ],
  );
  const titles = [
    'Provider',
    'Actions',
    'Held against',
    'Operations used',
    'Calls held',
    'Not described',
    'Failing',
    'Differs',
  ];
  const parts = [
    ...records
      .filter(({ undescribed }) => undescribed)
      .map(({ title, undescribed }) => `## ${title} has none\n\n${undescribed}`),
    ...records.filter(({ undescribedCalls }) => undescribedCalls.length > 0).map(strange),
    ...records.filter((record) => linesOf(record).length > 0).map(differences),
  ];
  return `${[head, table(titles, rows), ...parts].join('\n\n')}\n`;
}

const head = `# Conformance

Each action of each provider is run in the sandbox: its examples whole (before, run, recover, undo) and generated inputs, with exactly the
features it needs. Every request it sends and every answer of the sandbox is held against the vendor's own machine-readable description:
method, path, parameters, body, content type, answer, and scope where the description carries them. Calls that the description has no
operation for are held against nothing; they are counted apart. Files that travel by a signed link are not described by anyone and are not
counted. Written by \`npm run conformance\`.`;

const strange = ({ title, undescribedCalls }) =>
  `## What ${title}'s description does not have

Each call was seen in this run, and nothing but the sandbox judges it.

${undescribedCalls.map(({ call, why, times }) => `- \`${call}\` (${times} times): ${why}`).join('\n')}`;

const differences = (record) =>
  `## Where ${record.title}'s description differs

Each finding was seen in this run at each of the operations, and is counted as passing for the reason given.

${linesOf(record).join('\n')}`;

const linesOf = ({ differs, narrower }) => [
  ...differs.map(
    ({ operations, findings, why, times }) => `- ${codes(operations)}: ${codes(findings)} (${times} times): ${why}`,
  ),
  ...(narrower ? [`- Narrower scopes than described (${narrower.times} times): ${narrower.why}`] : []),
];

const codes = (texts) => texts.map((text) => `\`${text.replace(/^: /, '')}\``).join(', ');

const cell = (value) => String(value).replaceAll('|', String.raw`\|`);

function table(titles, rows) {
  const all = [titles, ...rows.map((row) => row.map(cell))];
  const widths = titles.map((_title, at) => Math.max(...all.map((row) => [...String(row[at])].length)));
  const line = (row) => `| ${row.map((value, at) => String(value).padEnd(widths[at])).join(' | ')} |`;
  return [line(titles), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...all.slice(1).map(line)].join(
    '\n',
  );
}
