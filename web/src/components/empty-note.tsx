import { Stack, Text, Title } from '@mantine/core';
import type { ComponentType, ReactNode } from 'react';

interface Props {
  Icon: ComponentType<{ size?: number; stroke?: number; 'aria-hidden'?: boolean }>;
  title: string;
  children: ReactNode;
  action?: ReactNode;
}

/** Nothing here yet, and what to do about it. */
export function EmptyNote({ Icon, title, children, action }: Props) {
  return (
    <Stack className="swb-card" align="center" gap="xs" py={48} px="md" ta="center">
      <Icon size={34} stroke={1.4} aria-hidden />
      <Title order={2}>{title}</Title>
      <Text c="dimmed" maw={460}>
        {children}
      </Text>
      {action}
    </Stack>
  );
}
