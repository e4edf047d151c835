import { Badge } from '@mantine/core';
import type { ComponentType } from 'react';

interface Props {
  tone: 'good' | 'waiting' | 'bad' | 'calm';
  Icon?: ComponentType<{ size?: number; 'aria-hidden'?: boolean }>;
  children: string;
}

const colors = { good: 'green', waiting: 'orange', bad: 'red', calm: 'gray' } as const;

/** A state in words with its icon; the colour only repeats it. */
export function StatusBadge({ tone, Icon, children }: Props) {
  return (
    <Badge color={colors[tone]} size="md" leftSection={Icon ? <Icon size={13} aria-hidden /> : undefined}>
      {children}
    </Badge>
  );
}
