import type { Permission } from '@switchboard/contracts';
import {
  IconActivity,
  IconCalendar,
  IconKey,
  IconLock,
  IconMessageCircle,
  IconPlug,
  IconPlugConnected,
  IconSettings,
  IconShieldCheck,
  IconUsers,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { meQuery } from '../lib/queries.ts';

interface Place {
  to: string;
  label:
    | 'assistant'
    | 'calendar'
    | 'connections'
    | 'activity'
    | 'apiKeys'
    | 'secrets'
    | 'providers'
    | 'members'
    | 'audit'
    | 'settings';
  Icon: typeof IconKey;
  needs?: Permission;
}

const groups: readonly { title?: 'forPrograms' | 'hub'; places: readonly Place[] }[] = [
  {
    places: [
      { to: '/assistant', label: 'assistant', Icon: IconMessageCircle },
      { to: '/calendar', label: 'calendar', Icon: IconCalendar },
      { to: '/connections', label: 'connections', Icon: IconPlugConnected },
      { to: '/activity', label: 'activity', Icon: IconActivity },
    ],
  },
  {
    title: 'forPrograms',
    places: [
      { to: '/api-keys', label: 'apiKeys', Icon: IconKey },
      { to: '/secrets', label: 'secrets', Icon: IconLock },
    ],
  },
  {
    title: 'hub',
    places: [
      { to: '/providers', label: 'providers', Icon: IconPlug },
      { to: '/members', label: 'members', Icon: IconUsers },
      { to: '/audit', label: 'audit', Icon: IconShieldCheck, needs: 'audit:read' },
      { to: '/settings', label: 'settings', Icon: IconSettings },
    ],
  },
];

/** Links to the pages the person may see. */
export function Navigation() {
  const { t } = useTranslation();
  const { data: me } = useQuery(meQuery);
  return (
    <nav aria-label={t('shell.navigation')}>
      {groups.map((group) => (
        <div key={group.title ?? 'first'} role="group" aria-label={t(`nav.${group.title ?? 'main'}`)}>
          {group.title && (
            <div className="swb-nav-group" aria-hidden>
              {t(`nav.${group.title}`)}
            </div>
          )}
          {group.places
            .filter((place) => !place.needs || me?.permissions.includes(place.needs))
            .map(({ to, label, Icon }) => (
              <NavLink key={to} to={to} className="swb-nav-link">
                <Icon size={19} stroke={1.7} aria-hidden />
                {t(`nav.${label}`)}
              </NavLink>
            ))}
        </div>
      ))}
    </nav>
  );
}
