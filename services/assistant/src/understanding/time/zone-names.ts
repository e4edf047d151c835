import { IANAZone } from 'luxon';
import type { Found } from '../types.ts';

const abbreviations: Readonly<Record<string, string>> = {
  utc: 'UTC',
  gmt: 'UTC',
  zulu: 'UTC',
  est: 'America/New_York',
  edt: 'America/New_York',
  et: 'America/New_York',
  eastern: 'America/New_York',
  cst: 'America/Chicago',
  cdt: 'America/Chicago',
  ct: 'America/Chicago',
  central: 'America/Chicago',
  mst: 'America/Denver',
  mdt: 'America/Denver',
  mt: 'America/Denver',
  mountain: 'America/Denver',
  pst: 'America/Los_Angeles',
  pdt: 'America/Los_Angeles',
  pt: 'America/Los_Angeles',
  pacific: 'America/Los_Angeles',
  cet: 'Europe/Berlin',
  cest: 'Europe/Berlin',
  eet: 'Europe/Athens',
  eest: 'Europe/Athens',
  bst: 'Europe/London',
  wet: 'Europe/Lisbon',
  ist: 'Asia/Kolkata',
  jst: 'Asia/Tokyo',
  kst: 'Asia/Seoul',
  sgt: 'Asia/Singapore',
  hkt: 'Asia/Hong_Kong',
  aest: 'Australia/Sydney',
  aedt: 'Australia/Sydney',
  nzst: 'Pacific/Auckland',
  nzdt: 'Pacific/Auckland',
  msk: 'Europe/Moscow',
  brt: 'America/Sao_Paulo',
  sast: 'Africa/Johannesburg',
};

const cities: Readonly<Record<string, string>> = {
  'new york': 'America/New_York',
  nyc: 'America/New_York',
  boston: 'America/New_York',
  miami: 'America/New_York',
  washington: 'America/New_York',
  'san francisco': 'America/Los_Angeles',
  sf: 'America/Los_Angeles',
  seattle: 'America/Los_Angeles',
  california: 'America/Los_Angeles',
  la: 'America/Los_Angeles',
  texas: 'America/Chicago',
  austin: 'America/Chicago',
  dallas: 'America/Chicago',
  munich: 'Europe/Berlin',
  hamburg: 'Europe/Berlin',
  frankfurt: 'Europe/Berlin',
  germany: 'Europe/Berlin',
  uk: 'Europe/London',
  india: 'Asia/Kolkata',
  mumbai: 'Asia/Kolkata',
  delhi: 'Asia/Kolkata',
  bangalore: 'Asia/Kolkata',
  beijing: 'Asia/Shanghai',
  china: 'Asia/Shanghai',
  japan: 'Asia/Tokyo',
  israel: 'Asia/Jerusalem',
  'tel aviv': 'Asia/Jerusalem',
  geneva: 'Europe/Zurich',
  barcelona: 'Europe/Madrid',
  milan: 'Europe/Rome',
  kyiv: 'Europe/Kyiv',
  kiev: 'Europe/Kyiv',
  melbourne: 'Australia/Melbourne',
  rio: 'America/Sao_Paulo',
};

const byCity = new Map<string, string>(Object.entries(cities));
for (const zone of Intl.supportedValuesOf('timeZone')) {
  const city = zone.split('/').pop()?.replaceAll('_', ' ').toLowerCase();
  if (city && !byCity.has(city)) byCity.set(city, zone);
}

const afterTime = String.raw`(?<=\d\s?(?:[ap]\.?m\.?|h)?[)\s,]\s?(?:in\s)?|o'clock\s|noon\s|midnight\s)`;
const abbreviation = new RegExp(`${afterTime}(${Object.keys(abbreviations).join('|')})(?=\\b)(?:\\s+time)?`, 'iu');
const cityTime =
  /(?:\bin\s)?\b([\p{L}][\p{L}.]{1,15}(?:[ ][\p{L}]{2,12})?)(?:['’]s)?\s(?:local\s)?time\b(?!\s?zone)/giu;
const iana =
  /\b((?:Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)\/[A-Za-z_]{2,20}(?:\/[A-Za-z_]{2,20})?)\b/;
const offset = /\b(?:UTC|GMT)\s?([+-]\d{1,2})(?::?(\d{2}))?\b/i;

/** The zone a message names: `Berlin time`, `10am PST`, `Europe/Paris`, `UTC+2`. */
export function namedZone(text: string): Found<string> | undefined {
  return explicit(text) ?? inCity(text) ?? short(text);
}

function found(text: string, index: number, length: number, value: string, sure: number): Found<string> {
  return { value, span: { start: index, end: index + length }, text: text.slice(index, index + length), sure };
}

function explicit(text: string): Found<string> | undefined {
  const named = iana.exec(text);
  if (named?.[1] && IANAZone.isValidZone(named[1])) return found(text, named.index, named[0].length, named[1], 1);
  const shift = offset.exec(text);
  if (!shift?.[1]) return undefined;
  const hours = Number(shift[1]);
  if (Math.abs(hours) > 14) return undefined;
  const zone =
    shift[2] && shift[2] !== '00' ? `UTC${shift[1]}:${shift[2]}` : `Etc/GMT${hours <= 0 ? '+' : '-'}${Math.abs(hours)}`;
  return found(text, shift.index, shift[0].length, hours === 0 ? 'UTC' : zone, 0.9);
}

function inCity(text: string): Found<string> | undefined {
  for (const match of text.matchAll(cityTime)) {
    const words = (match[1] ?? '').toLowerCase().split(' ');
    for (let from = 0; from < words.length; from++) {
      const name = words.slice(from).join(' ');
      const zone =
        byCity.get(name) ?? (name.length > 2 || /^(?:et|ct|mt|pt)$/.test(name) ? abbreviations[name] : undefined);
      if (zone) {
        const skipped = words.slice(0, from).join(' ').length + (from > 0 ? 1 : 0);
        const start = match.index + match[0].indexOf(match[1] ?? '') + skipped;
        return found(text, start, match.index + match[0].length - start, zone, 0.95);
      }
    }
  }
  return undefined;
}

function short(text: string): Found<string> | undefined {
  const match = abbreviation.exec(text);
  const zone = match?.[1] && abbreviations[match[1].toLowerCase()];
  if (!match || !zone || match[1] === 'et' || match[1] === 'la') return undefined;
  return found(text, match.index, match[0].length, zone, match[1] === match[1]?.toUpperCase() ? 0.95 : 0.7);
}
