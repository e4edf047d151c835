import { Group, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  title: string;
  lead?: string;
  /** Buttons at the right of the title. */
  actions?: ReactNode;
  narrow?: boolean;
  children: ReactNode;
}

/** The head and the body every page has; names the browser's tab. */
export function Page({ title, lead, actions, narrow = false, children }: Props) {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = `${title} · ${t('shell.name')}`;
  }, [title, t]);
  return (
    <Stack className={narrow ? 'swb-page swb-page-narrow' : 'swb-page'} gap="lg">
      <Group justify="space-between" align="center" gap="md">
        <Stack gap={4} flex={1} miw={220}>
          <Title order={1}>{title}</Title>
          {lead && <Text c="dimmed">{lead}</Text>}
        </Stack>
        {actions && <Group gap="sm">{actions}</Group>}
      </Group>
      {children}
    </Stack>
  );
}
