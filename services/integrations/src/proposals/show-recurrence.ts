const units: Readonly<Record<string, string>> = { DAILY: 'day', WEEKLY: 'week', MONTHLY: 'month', YEARLY: 'year' };
const days: Readonly<Record<string, string>> = {
  MO: 'Monday',
  TU: 'Tuesday',
  WE: 'Wednesday',
  TH: 'Thursday',
  FR: 'Friday',
  SA: 'Saturday',
  SU: 'Sunday',
};
const places: Readonly<Record<string, string>> = {
  '1': 'first',
  '2': 'second',
  '3': 'third',
  '4': 'fourth',
  '-1': 'last',
};

/** RRULE lines (RFC 5545) in words; a rule it does not know stays as it is written. */
export function showRecurrence(lines: readonly string[]): string {
  return lines.map((line) => (line.startsWith('RRULE:') ? showRule(line) : line)).join('; ');
}

function showRule(line: string): string {
  const parts = Object.fromEntries(
    line
      .slice('RRULE:'.length)
      .split(';')
      .map((part) => part.split('=') as [string, string]),
  );
  const { FREQ = '', INTERVAL = '1', BYDAY, BYMONTHDAY, COUNT, UNTIL, WKST: _, ...others } = parts;
  const unit = units[FREQ];
  if (!unit || Object.keys(others).length > 0) return line;
  return [
    INTERVAL === '1' ? `every ${unit}` : INTERVAL === '2' ? `every other ${unit}` : `every ${INTERVAL} ${unit}s`,
    BYDAY ? `on ${BYDAY.split(',').map(showDay).join(', ')}` : '',
    BYMONTHDAY ? `on day ${BYMONTHDAY}` : '',
    COUNT ? `${COUNT} times` : '',
    UNTIL ? `until ${UNTIL.slice(0, 4)}-${UNTIL.slice(4, 6)}-${UNTIL.slice(6, 8)}` : '',
  ]
    .filter(Boolean)
    .join(' ');
}

function showDay(day: string): string {
  const name = days[day.slice(-2)] ?? day;
  const place = day.slice(0, -2);
  return place === '' ? name : `the ${places[place] ?? place} ${name}`;
}
