import { Alert, List, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '../lib/problem-error.ts';

interface Props {
  error: unknown;
  /** What to do next: a button or a link. */
  action?: ReactNode;
}

/** What went wrong, field by field where it is known, with the trace id to look it up; nothing without an error. */
export function ProblemNote({ error, action }: Props) {
  const { t } = useTranslation();
  if (!error) return null;
  const problem = error instanceof ProblemError ? error.problem : undefined;
  return (
    <Alert
      role="alert"
      color="red"
      variant="light"
      icon={<IconAlertTriangle size={18} aria-hidden />}
      title={problem?.detail ?? t('problem.unexpected')}
    >
      <Stack gap={6}>
        {problem?.reason && <Text size="sm">{t('problem.reason', { reason: problem.reason })}</Text>}
        {problem?.errors && problem.errors.length > 0 && (
          <List size="sm">
            {problem.errors.map((field) => (
              <List.Item key={field.path + field.message}>
                {field.path ? `${field.path.replace(/^\//, '')}: ` : ''}
                {field.message}
              </List.Item>
            ))}
          </List>
        )}
        {problem?.retryAfterSeconds !== undefined && (
          <Text size="sm">{t('problem.retryAfter', { count: problem.retryAfterSeconds })}</Text>
        )}
        {problem?.traceId && (
          <Text size="xs" className="swb-mono">
            {t('problem.trace', { traceId: problem.traceId })}
          </Text>
        )}
        {action}
      </Stack>
    </Alert>
  );
}
