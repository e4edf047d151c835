import type { ProposalStep } from '@switchboard/contracts';
import { Anchor, Group, Text } from '@mantine/core';
import { IconExternalLink, IconFileText } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { HostLink } from '../rich-text.tsx';
import { asObject } from '../schema-form/json-schema.ts';

/** What a step left behind: the real thing, its log line, or why it failed. */
export function ProposalOutcome({ step }: { step: ProposalStep }) {
  const { t } = useTranslation();
  if (!step.runId && !step.error) return null;
  const { url } = asObject(step.output);
  return (
    <Group gap="md">
      {step.error && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {step.error.message}
        </Text>
      )}
      {typeof url === 'string' && (
        <Group gap={4}>
          <IconExternalLink size={15} aria-hidden />
          <HostLink href={url} label={t('proposal.openThere')} />
        </Group>
      )}
      {step.runId && (
        <Group gap={4}>
          <IconFileText size={15} aria-hidden />
          <Anchor component={Link} to={`/activity?run=${step.runId}`}>
            {t('proposal.logLine')}
          </Anchor>
        </Group>
      )}
    </Group>
  );
}
