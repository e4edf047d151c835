/** One line of the table. */
export interface Row {
  readonly what: string;
  readonly measured: string;
  readonly bar: string;
  /** Whether the bar was reached. */
  readonly ok: boolean;
}

/** The value below which `share` of all lie; 0.5 is the median. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const ms = (value: number): string => `${value.toFixed(value < 10 ? 2 : 0)} ms`;
export const seconds = (value: number): string => `${(value / 1000).toFixed(1)} s`;

export function markdown(rows: readonly Row[]): string {
  const lines = rows.map(
    ({ what, measured, bar, ok }) => `| ${what} | ${measured} | ${bar} | ${ok ? 'yes' : '**no**'} |`,
  );
  return ['| What | Measured | Bar | Reached |', '| --- | --- | --- | --- |', ...lines].join('\n');
}
