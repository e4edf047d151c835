import { ActionIcon, Text, Textarea } from '@mantine/core';
import { IconArrowUp, IconPlayerStop } from '@tabler/icons-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  busy: boolean;
  lastSaid: string | undefined;
  onSay: (text: string) => void;
  onStop: () => void;
}

/** Where a person writes: Enter sends, Shift+Enter breaks the line, Escape stops, arrow up brings the last words back. */
export function Composer({ busy, lastSaid, onSay, onStop }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  const send = () => {
    const said = text.trim();
    if (!said || busy) return;
    setText('');
    onSay(said);
    field.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
      event.preventDefault();
      send();
    } else if (event.key === 'Escape' && busy) {
      onStop();
    } else if (event.key === 'ArrowUp' && text === '' && lastSaid) {
      event.preventDefault();
      setText(lastSaid);
    }
  };

  return (
    <form
      className="swb-composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <div className="swb-composer-inner">
        <div className="swb-composer-box">
          <Textarea
            ref={field}
            aria-label={t('chat.message')}
            placeholder={t('chat.placeholder')}
            variant="unstyled"
            rows={1}
            classNames={{ input: 'swb-composer-field' }}
            maxLength={20_000}
            flex={1}
            autoFocus
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            onKeyDown={onKeyDown}
          />
          {busy ? (
            <ActionIcon variant="default" size={36} radius="xl" onClick={onStop} aria-label={t('chat.stop')}>
              <IconPlayerStop size={18} aria-hidden />
            </ActionIcon>
          ) : (
            <ActionIcon
              type="submit"
              variant="filled"
              size={36}
              radius="xl"
              aria-label={t('chat.send')}
              aria-disabled={!text.trim()}
            >
              <IconArrowUp size={20} aria-hidden />
            </ActionIcon>
          )}
        </div>
        <Text size="xs" c="dimmed" ta="center" mt={6}>
          {t('chat.promise')}
        </Text>
      </div>
    </form>
  );
}
