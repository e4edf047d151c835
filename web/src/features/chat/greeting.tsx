import { Button, Stack, Text, Title } from '@mantine/core';
import { IconPlugConnected } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { connectionsQuery } from '../../lib/queries.ts';

const ideas = ['today', 'book', 'free', 'unread'] as const;

/** An empty conversation: what one can ask, or first of all connect. */
export function Greeting({ onSay }: { onSay: (text: string) => void }) {
  const { t } = useTranslation();
  const { data } = useQuery(connectionsQuery);
  const none = data && data.items.every(({ status }) => status === 'disconnected');
  return (
    <Stack py="8vh" gap="lg">
      <div>
        <Title order={2} fz={28}>
          {t('chat.hello')}
        </Title>
        <Text c="dimmed">{t('chat.helloLead')}</Text>
      </div>
      {none && (
        <Button
          component={Link}
          to="/connections"
          w="fit-content"
          leftSection={<IconPlugConnected size={18} aria-hidden />}
        >
          {t('chat.connectFirst')}
        </Button>
      )}
      <div className="swb-grid">
        {ideas.map((idea) => (
          <button key={idea} type="button" className="swb-card swb-idea" onClick={() => onSay(t(`chat.ideas.${idea}`))}>
            {t(`chat.ideas.${idea}`)}
          </button>
        ))}
      </div>
    </Stack>
  );
}
