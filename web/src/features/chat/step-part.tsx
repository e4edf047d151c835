import type { MessagePart } from '@switchboard/contracts';
import { Text } from '@mantine/core';
import { IconCheck, IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ResultView } from '../../components/results/result-view.tsx';

/** Something that was looked up: one line, with what came back under it. */
export function StepPart({ part }: { part: Extract<MessagePart, { kind: 'step' }> }) {
  const { t } = useTranslation();
  return (
    <details className="swb-card swb-step" open>
      <summary>
        <IconChevronRight size={15} className="swb-caret" aria-hidden />
        <IconCheck size={15} aria-hidden />
        <span>
          {part.title}
          <Text span size="xs" c="dimmed">
            {' · '}
            {part.account} {' · '} {t('chat.took', { ms: Math.round(part.durationMs) })}
          </Text>
        </span>
      </summary>
      <div className="swb-step-body" role="group" aria-label={part.title} tabIndex={0}>
        <ResultView capability={part.capability} output={part.output} />
      </div>
    </details>
  );
}
