import { AppShell, Burger, Group, ScrollArea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Outlet, ScrollRestoration, useLocation } from 'react-router';
import { BrandMark } from '../components/brand-mark.tsx';
import { Loading } from '../components/loading.tsx';
import { Navigation } from './navigation.tsx';
import { PersonMenu } from './person-menu.tsx';
import { useHubEvents } from './use-hub-events.ts';

/** The frame of every page behind the sign-in: navigation at the left, a menu button on narrow screens. */
export function Shell() {
  const { t } = useTranslation();
  const [opened, { toggle, close }] = useDisclosure();
  const { pathname } = useLocation();
  useHubEvents();
  useEffect(close, [close, pathname]);

  return (
    <AppShell
      header={{ height: { base: 54, md: 0 } }}
      navbar={{ width: 236, breakpoint: 'md', collapsed: { mobile: !opened } }}
      padding={0}
      withBorder={false}
    >
      <a className="swb-skip" href="#main">
        {t('shell.skip')}
      </a>
      <AppShell.Header hiddenFrom="md" bg="var(--swb-surface-sunk)">
        <Group h="100%" px="md" justify="space-between" wrap="nowrap">
          <Link to="/" className="swb-brand">
            <BrandMark size={26} />
            {t('shell.name')}
          </Link>
          <Burger
            opened={opened}
            onClick={toggle}
            size="sm"
            aria-label={t(opened ? 'shell.closeMenu' : 'shell.openMenu')}
            aria-expanded={opened}
          />
        </Group>
      </AppShell.Header>
      <AppShell.Navbar className="swb-nav" p="sm">
        <Link to="/" className="swb-brand swb-brand-wide">
          <BrandMark size={28} />
          {t('shell.name')}
        </Link>
        <AppShell.Section grow component={ScrollArea} mt="sm">
          <Navigation />
        </AppShell.Section>
        <AppShell.Section>
          <PersonMenu />
        </AppShell.Section>
      </AppShell.Navbar>
      <AppShell.Main className="swb-main" id="main" tabIndex={-1}>
        <Suspense fallback={<Loading />}>
          <Outlet />
        </Suspense>
      </AppShell.Main>
      <ScrollRestoration />
    </AppShell>
  );
}
