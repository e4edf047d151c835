import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ProblemNote } from '../../components/problem-note.tsx';
import { ProblemError } from '../../lib/problem-error.ts';

const needsAccount = new Set(['connection_missing', 'scope_missing', 'reconnect_required', 'connection_unknown']);

/** Why the calendar cannot be shown, with the way to the account where that is what is missing. */
export function CalendarProblem({ error }: { error: unknown }) {
  const { t } = useTranslation();
  const action = error instanceof ProblemError && needsAccount.has(error.code) && (
    <Button component={Link} to="/connections" size="xs" w="fit-content">
      {t('calendar.connect')}
    </Button>
  );
  return <ProblemNote error={error} action={action} />;
}
