import { Button, Stack, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from './problem-note.tsx';

/** A whole page that could not be shown, with one way on. */
export function ProblemPage({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTranslation();
  return (
    <main className="swb-center">
      <Stack>
        <Title order={1}>{t('problem.title')}</Title>
        <ProblemNote error={error} />
        <Button onClick={onRetry} w="fit-content">
          {t('common.tryAgain')}
        </Button>
      </Stack>
    </main>
  );
}
