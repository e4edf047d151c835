import { Alert, List, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '../lib/problem-error.ts';
import { errorsBeside, fieldErrors, pathInWords } from './schema-form/field-errors.ts';

interface Props {
  error: unknown;
  /** JSON Schema of the form beside it, whose fields show what is wrong with them. */
  schema?: unknown;
  /** The member of what was sent that the form fills; all of it unless told. */
  within?: string;
  /** What to do next: a button or a link. */
  action?: ReactNode;
}

/** What went wrong, field by field where it is known, with the trace id to look it up; nothing without an error. */
export function ProblemNote({ error, schema, within, action }: Props) {
  const { t } = useTranslation();
  if (!error) return null;
  const problem = error instanceof ProblemError ? error.problem : undefined;
  const wrong = fieldErrors(error);
  const beside = errorsBeside(wrong, schema, within);
  const atFields = wrong.length > beside.length;
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
        {atFields && <Text size="sm">{t('problem.atFields')}</Text>}
        {beside.length > 0 && (
          <List size="sm">
            {beside.map(({ path, message }) => (
              <List.Item key={path + message}>{path ? `${pathInWords(path)}: ${message}` : message}</List.Item>
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
