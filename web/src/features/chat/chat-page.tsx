import { ActionIcon, Button, Drawer } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconMenu2, IconPlus } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { Conversation } from './conversation.tsx';
import { ThreadList } from './thread-list.tsx';
import { threadIdOf } from './use-conversation.ts';

/** The assistant: conversations at the left, the open one beside it. */
export function ChatPage() {
  const { t } = useTranslation();
  const threadId = threadIdOf(useParams()['threadId']);
  const [opened, { open, close }] = useDisclosure();
  useEffect(() => {
    document.title = `${t('nav.assistant')} · ${t('shell.name')}`;
  }, [t]);
  useEffect(close, [close, threadId]);

  return (
    <div className="swb-chat">
      <section className="swb-threads swb-threads-wide" aria-label={t('chat.threads')}>
        <ThreadList threadId={threadId} />
      </section>
      <section className="swb-talk" aria-label={t('chat.conversation')}>
        <div className="swb-talk-head">
          <Button variant="default" size="xs" leftSection={<IconMenu2 size={16} aria-hidden />} onClick={open}>
            {t('chat.threads')}
          </Button>
          <ActionIcon
            component={Link}
            to="/assistant"
            aria-label={t('chat.newThread')}
            variant="default"
            size="md"
            ml="auto"
          >
            <IconPlus size={18} aria-hidden />
          </ActionIcon>
        </div>
        <Conversation threadId={threadId} />
      </section>
      <Drawer
        opened={opened}
        onClose={close}
        position="left"
        size={300}
        title={t('chat.threads')}
        closeButtonProps={{ 'aria-label': t('common.close') }}
      >
        <ThreadList threadId={threadId} />
      </Drawer>
    </div>
  );
}
