import { Badge, Menu, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconUserCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { connectionsQuery } from '../../lib/queries.ts';
import type { CardProps } from './proposal-view.tsx';

/** The account that acts; where several could, a menu to take another. */
export function AccountChip({ proposal, at, card }: CardProps & { at: number }) {
  const { t } = useTranslation();
  const step = proposal.steps[at];
  const { data } = useQuery({ ...connectionsQuery, enabled: proposal.status === 'open' });
  if (!step) return null;
  const others = (data?.items ?? []).filter(
    ({ id, provider, status }) => id !== step.connectionId && provider === step.provider && status === 'active',
  );
  const name = step.account.email ?? step.accountLabel;
  const chip = (
    <Badge
      color="gray"
      size="lg"
      fw={500}
      leftSection={<IconUserCircle size={15} aria-hidden />}
      rightSection={others.length > 0 ? <IconChevronDown size={14} aria-hidden /> : undefined}
    >
      {name}
    </Badge>
  );
  if (proposal.status !== 'open' || others.length === 0) return chip;

  return (
    <Menu>
      <Menu.Target>
        <UnstyledButton aria-label={t('proposal.changeAccount', { account: name })}>{chip}</UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('proposal.useAccount')}</Menu.Label>
        {others.map((other) => (
          <Menu.Item
            key={other.id}
            onClick={() => card.edit.mutate({ proposal, at, change: { connectionId: other.id } })}
          >
            {other.account.email ?? other.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
