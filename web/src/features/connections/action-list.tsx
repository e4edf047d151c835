import type { Connection, ProviderDetail } from '@switchboard/contracts';
import { Badge, Group, Text, TextInput, Title } from '@mantine/core';
import { IconChevronRight, IconSearch } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

interface Props {
  connection: Connection;
  actions: ProviderDetail['actions'];
}

const colors = { read: 'gray', write: 'blue', send: 'orange', destroy: 'red' } as const;

/** Every action of the account, each leading to its form. */
export function ActionList({ connection, actions }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const [text, setText] = useState('');
  const shown = actions.filter(({ title, description }) =>
    `${title} ${description}`.toLowerCase().includes(text.toLowerCase()),
  );
  return (
    <section className="swb-card" aria-labelledby={id}>
      <Group className="swb-section" justify="space-between">
        <Title order={2} id={id}>
          {t('connections.actions')}
        </Title>
        <TextInput
          size="xs"
          aria-label={t('connections.searchActions')}
          placeholder={t('connections.searchActions')}
          leftSection={<IconSearch size={14} aria-hidden />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      </Group>
      <div className="swb-rows">
        {shown.map((action) => {
          const granted = action.needs.every((need) => connection.features.includes(need));
          return (
            <Link
              key={action.ref}
              to={`/connections/${connection.id}/actions/${action.ref.replace('.', '/')}`}
              className="swb-row-link"
            >
              <span>
                <Text fw={600} size="sm" component="span">
                  {action.title}
                </Text>{' '}
                <Badge color={colors[action.effect]} size="sm">
                  {t(`effect.${action.effect}`)}
                </Badge>{' '}
                {!granted && (
                  <Badge color="orange" size="sm">
                    {t('connections.needsFeature')}
                  </Badge>
                )}
                <Text size="sm" c="dimmed">
                  {action.description}
                </Text>
              </span>
              <IconChevronRight size={18} aria-hidden />
            </Link>
          );
        })}
      </div>
    </section>
  );
}
