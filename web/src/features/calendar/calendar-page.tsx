import { type CalendarEvent, ConnectionId } from '@switchboard/contracts';
import { Button, Chip, Group, Loader, Select, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { DateTime } from 'luxon';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Page } from '../../components/page.tsx';
import { nowMs } from '../../lib/clock.ts';
import { connectionsQuery } from '../../lib/queries.ts';
import { useZone } from '../../lib/use-format.ts';
import { CalendarGrid } from './calendar-grid.tsx';
import { CalendarProblem } from './calendar-problem.tsx';
import { NoCalendar } from './no-calendar.tsx';
import { CalendarToolbar } from './calendar-toolbar.tsx';
import { EventDialog } from './event-dialog.tsx';
import { ProposeDialog, type Wish } from './propose-dialog.tsx';
import { dayOf, rangeOf, type View, views } from './range.ts';
import { hourFrom } from './event-times.ts';
import { useCalendar } from './use-calendar.ts';

/** The connected calendar by month, week or as a list. Creating and moving are cards: nothing changes before a yes. */
export function CalendarPage() {
  const { t } = useTranslation();
  const zone = useZone();
  const narrow = useMediaQuery('(max-width: 640px)', undefined, { getInitialValueInEffect: false });
  const [search, setSearch] = useSearchParams();
  const view = views.find((known) => known === search.get('view')) ?? (narrow ? 'agenda' : 'month');
  const day = dayOf(search.get('day'), zone);
  const range = rangeOf(view, day);
  const { data: connections } = useQuery(connectionsQuery);
  const known = connections?.items.filter(
    ({ status, features }) => status !== 'disconnected' && features.includes('calendar.read'),
  );
  const accounts = known?.filter(({ status }) => status === 'active') ?? [];
  const asked = ConnectionId.safeParse(search.get('account')).data;
  const calendar = useCalendar(asked, range, known !== undefined && known.length > 0);
  const [opened, setOpened] = useState<CalendarEvent>();
  const [wish, setWish] = useState<Wish>();

  const go = (change: { view?: View; day?: DateTime | null; account?: string }) =>
    setSearch((before) => {
      if (change.view) before.set('view', change.view);
      if (change.account) before.set('account', change.account);
      if (change.day) before.set('day', change.day.toISODate() ?? '');
      else if (change.day === null) before.delete('day');
      return before;
    });
  const create = (moment: DateTime) => setWish({ kind: 'create', initial: hourFrom(moment, zone) });
  const nextHour = () => DateTime.fromMillis(nowMs(), { zone }).plus({ hours: 1 }).startOf('hour');

  if (known?.length === 0) return <NoCalendar />;
  return (
    <Page
      title={t('nav.calendar')}
      lead={calendar.accountName}
      actions={
        <Button
          leftSection={<IconPlus size={18} aria-hidden />}
          onClick={() => create(nextHour())}
          disabled={!calendar.account}
        >
          {t('calendar.new')}
        </Button>
      }
    >
      <CalendarProblem error={calendar.error} />
      <CalendarToolbar view={view} day={day} range={range} onGo={go} />
      <Group gap="xs">
        {accounts.length > 1 && (
          <Select
            size="xs"
            w={260}
            aria-label={t('common.account')}
            data={accounts.map(({ id, label }) => ({ value: id, label }))}
            value={calendar.account ?? null}
            allowDeselect={false}
            onChange={(value) => value && go({ account: value })}
          />
        )}
        {calendar.calendars.map(({ id, title }) => (
          <Chip
            key={id}
            size="xs"
            variant="light"
            checked={!calendar.hidden.has(id)}
            onChange={() => calendar.toggle(id)}
          >
            <span className="swb-dot" style={{ background: calendar.colorOf({ calendarId: id }) }} aria-hidden />{' '}
            {title}
          </Chip>
        ))}
        <Text size="xs" c="dimmed">
          {zone}
        </Text>
        {calendar.pending && !calendar.error && <Loader size="xs" aria-label={t('common.loading')} role="status" />}
      </Group>
      <CalendarGrid
        view={view}
        events={calendar.events}
        range={range}
        day={day}
        zone={zone}
        colorOf={calendar.colorOf}
        onOpen={setOpened}
        onCreate={create}
        onMove={(event, times) => setWish({ kind: 'move', event, times })}
        onShowDay={(date) => go({ view: 'agenda', day: date })}
      />
      {opened && (
        <EventDialog
          event={opened}
          writable={calendar.calendars.find(({ id }) => id === opened.calendarId)?.writable ?? true}
          onClose={() => setOpened(undefined)}
          onWish={(next) => {
            setOpened(undefined);
            setWish(next);
          }}
        />
      )}
      {wish && <ProposeDialog wish={wish} connectionId={calendar.account} onClose={() => setWish(undefined)} />}
    </Page>
  );
}
