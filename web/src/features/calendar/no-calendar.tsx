import { Button } from '@mantine/core';
import { IconCalendar } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EmptyNote } from '../../components/empty-note.tsx';
import { Page } from '../../components/page.tsx';

/** Before the first account with a calendar: what would be here, and the way to it. */
export function NoCalendar() {
  const { t } = useTranslation();
  return (
    <Page title={t('nav.calendar')}>
      <EmptyNote
        Icon={IconCalendar}
        title={t('calendar.none')}
        action={
          <Button component={Link} to="/connections" mt="xs">
            {t('calendar.connect')}
          </Button>
        }
      >
        {t('calendar.noneLead')}
      </EmptyNote>
    </Page>
  );
}
