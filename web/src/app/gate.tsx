import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Navigate, Outlet, useLocation } from 'react-router';
import { Loading } from '../components/loading.tsx';
import { ProblemPage } from '../components/problem-page.tsx';
import { fromFragment } from '../lib/fragment.ts';
import { meKey, meQuery, setupQuery } from '../lib/queries.ts';
import { ownPath } from '../lib/own-path.ts';

/** Lets a person in: to the set-up where there is no owner yet, to the sign-in where nobody is signed in. */
export function Gate() {
  const { pathname, search } = useLocation();
  const client = useQueryClient();
  const setup = useQuery(setupQuery);
  const nobody = setup.data?.signedIn === false && !client.getQueryData(meKey);
  const me = useQuery({ ...meQuery, enabled: setup.data?.done === true && !nobody });

  const error = setup.error ?? me.error;
  if (error) return <ProblemPage error={error} onRetry={() => void (setup.error ? setup.refetch() : me.refetch())} />;
  if (!setup.data) return <Loading />;
  if (!setup.data.done) return pathname === '/setup' ? <Outlet /> : <Navigate to="/setup" replace />;
  if (me.isPending && !nobody) return <Loading />;

  const open = pathname === '/sign-in' || pathname === '/join';
  if (fromFragment('invitation') && pathname !== '/join' && !me.data) return <Navigate to="/join" replace />;
  if (!me.data && !open) {
    const returnTo =
      pathname === '/' || pathname === '/setup' ? '' : `?returnTo=${encodeURIComponent(pathname + search)}`;
    return <Navigate to={`/sign-in${returnTo}`} replace />;
  }
  if (me.data && pathname === '/setup') return <Navigate to="/welcome" replace />;
  if (me.data && pathname === '/sign-in') {
    return <Navigate to={ownPath(new URLSearchParams(search).get('returnTo'))} replace />;
  }
  return <Outlet />;
}
