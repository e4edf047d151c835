import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useRouteError } from 'react-router';
import { Page } from '../components/page.tsx';
import { ProblemNote } from '../components/problem-note.tsx';
import { ProblemPage } from '../components/problem-page.tsx';

/** What is shown when the frame itself breaks or cannot be loaded. */
export function ErrorPage() {
  return <ProblemPage error={useRouteError()} onRetry={() => location.reload()} />;
}

/** What is shown inside the frame when one page breaks; the navigation stays. */
export function PageError() {
  const { t } = useTranslation();
  return (
    <Page title={t('problem.title')} narrow>
      <ProblemNote error={useRouteError()} />
      <Button onClick={() => location.reload()} w="fit-content">
        {t('common.tryAgain')}
      </Button>
    </Page>
  );
}
