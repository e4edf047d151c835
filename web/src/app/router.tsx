import { createBrowserRouter, Navigate, type RouteObject } from 'react-router';
import { ErrorPage, PageError } from './error-page.tsx';
import { Gate } from './gate.tsx';
import { Loading } from '../components/loading.tsx';
import { Shell } from './shell.tsx';

const inside: RouteObject[] = [
  { index: true, element: <Navigate to="/assistant" replace /> },
  {
    path: 'welcome',
    lazy: async () => ({ Component: (await import('../features/setup/welcome-page.tsx')).WelcomePage }),
  },
  {
    path: 'assistant/:threadId?',
    lazy: async () => ({ Component: (await import('../features/chat/chat-page.tsx')).ChatPage }),
  },
  {
    path: 'calendar',
    lazy: async () => ({ Component: (await import('../features/calendar/calendar-page.tsx')).CalendarPage }),
  },
  {
    path: 'connections',
    lazy: async () => ({ Component: (await import('../features/connections/connections-page.tsx')).ConnectionsPage }),
  },
  {
    path: 'connections/:connectionId',
    lazy: async () => ({ Component: (await import('../features/connections/connection-page.tsx')).ConnectionPage }),
  },
  {
    path: 'connections/:connectionId/actions/:provider/:name',
    lazy: async () => ({ Component: (await import('../features/actions/run-action-page.tsx')).RunActionPage }),
  },
  {
    path: 'providers',
    lazy: async () => ({ Component: (await import('../features/providers/providers-page.tsx')).ProvidersPage }),
  },
  {
    path: 'providers/:provider',
    lazy: async () => ({ Component: (await import('../features/providers/provider-page.tsx')).ProviderPage }),
  },
  {
    path: 'activity',
    lazy: async () => ({ Component: (await import('../features/runs/activity-page.tsx')).ActivityPage }),
  },
  {
    path: 'api-keys',
    lazy: async () => ({ Component: (await import('../features/api-keys/api-keys-page.tsx')).ApiKeysPage }),
  },
  {
    path: 'secrets',
    lazy: async () => ({ Component: (await import('../features/secrets/secrets-page.tsx')).SecretsPage }),
  },
  {
    path: 'members',
    lazy: async () => ({ Component: (await import('../features/members/members-page.tsx')).MembersPage }),
  },
  { path: 'audit', lazy: async () => ({ Component: (await import('../features/audit/audit-page.tsx')).AuditPage }) },
  {
    path: 'settings',
    lazy: async () => ({ Component: (await import('../features/settings/settings-page.tsx')).SettingsPage }),
  },
  { path: '*', lazy: async () => ({ Component: (await import('./not-found-page.tsx')).NotFoundPage }) },
];

/** Every address of the dashboard; each page is its own chunk. */
export const routes: RouteObject[] = [
  {
    Component: Gate,
    ErrorBoundary: ErrorPage,
    HydrateFallback: Loading,
    children: [
      {
        path: 'setup',
        lazy: async () => ({ Component: (await import('../features/setup/setup-page.tsx')).SetupPage }),
      },
      {
        path: 'sign-in',
        lazy: async () => ({ Component: (await import('../features/sign-in/sign-in-page.tsx')).SignInPage }),
      },
      { path: 'join', lazy: async () => ({ Component: (await import('../features/sign-in/join-page.tsx')).JoinPage }) },
      {
        Component: Shell,
        children: [{ ErrorBoundary: PageError, children: inside }],
      },
    ],
  },
];

/** The router over the browser's address. */
export const createRouter = () => createBrowserRouter(routes);
