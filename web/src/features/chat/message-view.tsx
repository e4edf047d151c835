import type { MessagePart, ThreadMessage } from '@switchboard/contracts';
import { Alert, Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ProposalCard } from '../../components/proposal/proposal-card.tsx';
import { RichText } from '../../components/rich-text.tsx';
import { useFormat } from '../../lib/use-format.ts';
import { GrantPart } from './grant-part.tsx';
import { StepPart } from './step-part.tsx';

export interface Answering {
  say: (text: string) => void;
  /** Answers again what waited for a permission. */
  resume: () => void;
  /** Every card of the conversation. */
  cards: ReadonlySet<string>;
  /** Only the last message offers its buttons. */
  last: boolean;
}

/** One message: the person's own words, or the parts of an answer. */
export function MessageView({ message, ...answering }: Answering & { message: ThreadMessage }) {
  const { t } = useTranslation();
  return message.role === 'person' ? (
    <li className="swb-person-said" aria-label={t('chat.youSaid')}>
      <MessageParts parts={message.parts} {...answering} />
    </li>
  ) : (
    <li className="swb-assistant-said" aria-label={t('chat.answer')}>
      <MessageParts parts={message.parts} {...answering} />
    </li>
  );
}

/** The parts in their order, each drawn by its kind. */
export function MessageParts({ parts, ...answering }: Answering & { parts: readonly MessagePart[] }) {
  return parts.map((part, at) => <Part key={at} part={leadingIn(part, parts[at + 1])} {...answering} />);
}

/** A text that ends with "for example:" and nothing to follow it is cut there. */
function leadingIn(part: MessagePart, next: MessagePart | undefined): MessagePart {
  if (part.kind !== 'text' || next?.kind !== 'suggestions' || next.suggestions.length > 0) return part;
  return { ...part, text: part.text.replace(/[^.!?]*:\s*$/u, '').trimEnd() };
}

function Part({ part, say, resume, cards, last }: Answering & { part: MessagePart }) {
  const { t } = useTranslation();
  const { ownClock } = useFormat();
  switch (part.kind) {
    case 'text':
      return (
        <div>
          <RichText text={ownClock(part.text)} />
        </div>
      );
    case 'step':
      return <StepPart part={part} />;
    case 'proposal':
      return <ProposalCard proposalId={part.proposalId} elsewhere={cards} />;
    case 'grant':
      return <GrantPart part={part} active={last} onGranted={resume} />;
    case 'choices':
      return (
        <Group gap="xs" role="group" aria-label={t('chat.choose')}>
          {part.choices.map((choice) => (
            <Button key={choice.id} size="xs" variant="default" disabled={!last} onClick={() => say(choice.label)}>
              {ownClock(choice.label)}
            </Button>
          ))}
        </Group>
      );
    case 'suggestions':
      if (part.suggestions.length === 0) return null;
      return last ? (
        <Group gap="xs" role="group" aria-label={t('chat.suggestions')}>
          {part.suggestions.map((suggestion) => (
            <Button key={suggestion} size="xs" variant="light" radius="xl" onClick={() => say(suggestion)}>
              {suggestion}
            </Button>
          ))}
        </Group>
      ) : (
        <Text size="sm" c="dimmed">
          {part.suggestions.map((suggestion) => `“${suggestion}”`).join(' · ')}
        </Text>
      );
    case 'problem':
      return (
        <Alert color="red" role="alert" p="sm">
          {part.text}
        </Alert>
      );
  }
}
