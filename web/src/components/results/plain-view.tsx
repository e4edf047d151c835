import { EventTime } from '@switchboard/contracts';
import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { shownText } from '../../lib/shown-text.ts';
import { formatMoment } from '../../lib/time.ts';
import { useFormat } from '../../lib/use-format.ts';
import { DataTable } from '../data-table.tsx';
import { HostLink } from '../rich-text.tsx';
import { type JsonObject, nameOf } from '../schema-form/json-schema.ts';
import { NothingFound } from './nothing-found.tsx';
import { columnsOf, isList, isRecord, isWide, kindOfText } from './plain-values.ts';

/** Any answer in words: labels from its keys, moments in the person's time, lists of things as tables. */
export function PlainView({ value, label }: { value: unknown; label: string }) {
  if (isList(value)) return <PlainList items={value} label={label} />;
  const time = EventTime.safeParse(value).data;
  if (time) return <PlainTime time={time} />;
  return isRecord(value) ? <PlainRecord record={value} /> : <PlainText value={value} />;
}

/** A day, or a moment as the clock shows it in the zone it is meant in. */
function PlainTime({ time }: { time: EventTime }) {
  const { day, language } = useFormat();
  return 'date' in time ? (
    <span>{day(time.date)}</span>
  ) : (
    <span>
      {formatMoment(time.dateTime, time.timeZone, language)} ({time.timeZone})
    </span>
  );
}

function PlainRecord({ record }: { record: JsonObject }) {
  const entries = Object.entries(record).filter(([, value]) => value !== undefined && value !== null && value !== '');
  if (entries.length === 0) return <NothingFound />;
  return (
    <dl className="swb-plain">
      {entries.map(([key, value]) => {
        const label = nameOf(key, {});
        return (
          <div key={key} data-wide={isWide(value) || undefined}>
            <dt>{label}</dt>
            <dd>
              <PlainView value={value} label={label} />
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

function PlainList({ items, label }: { items: readonly unknown[]; label: string }): ReactNode {
  if (items.length === 0) return <NothingFound />;
  const rows = items.filter(isRecord);
  if (rows.length < items.length)
    return (
      <ul className="swb-plain-list">
        {items.map((item, at) => (
          <li key={at}>
            <PlainView value={item} label={label} />
          </li>
        ))}
      </ul>
    );
  const columns = columnsOf(rows);
  return (
    <DataTable<JsonObject>
      label={label}
      framed={false}
      minWidth={columns.length * 120}
      rows={rows}
      keyOf={(row) => rows.indexOf(row)}
      columns={columns.map((key) => ({
        label: nameOf(key, {}),
        cell: (row) => <PlainView value={row[key]} label={nameOf(key, {})} />,
      }))}
    />
  );
}

function PlainText({ value }: { value: unknown }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (value === undefined || value === null || value === '') return <span>–</span>;
  if (typeof value === 'boolean') return <span>{t(value ? 'results.yes' : 'results.no')}</span>;
  if (typeof value === 'number') return <span>{value.toLocaleString(format.language)}</span>;
  const text = shownText(String(value));
  switch (kindOfText(text)) {
    case 'link':
      return <HostLink href={text} />;
    case 'moment':
      return <time dateTime={text}>{format.moment(text)}</time>;
    case 'day':
      return <time dateTime={text}>{format.day(text)}</time>;
    case 'text':
      return (
        <Text span size="sm" className="swb-pre">
          {text}
        </Text>
      );
  }
}
