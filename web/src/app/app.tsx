/** The frame around the pages. Each page is a chunk of its own: a phone that votes does not load the charts. */
import { lazy, Suspense } from 'react';
import { useConnection } from '../features/connection/connection-context.tsx';
import { ConnectionNotice } from '../features/connection/connection-notice.tsx';
import { LiveBadge } from '../features/connection/live-badge.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { AppHeader } from './app-header.tsx';
import { useRoute } from '../navigation/navigation.ts';
import { NotFoundPage } from './not-found-page.tsx';
import type { Route } from '../navigation/route.ts';

const OperationsPage = lazy(() => import('../features/operations/operations-page.tsx'));
const StorePage = lazy(() => import('../features/store/store-page.tsx'));
const VotePage = lazy(() => import('../features/vote/vote-page.tsx'));

export function App() {
  const route = useRoute();
  const { connection, retry } = useConnection();
  return (
    <>
      <a className="skip-link" href="#main">
        Skip to the content
      </a>
      <AppHeader route={route} badge={<LiveBadge status={connection.status} />} />
      <ConnectionNotice connection={connection} onRetry={retry} />
      <main id="main" tabIndex={-1}>
        <Suspense fallback={<Skeleton rows={4} />}>
          <Page route={route} />
        </Suspense>
      </main>
    </>
  );
}

function Page({ route }: { readonly route: Route }) {
  switch (route) {
    case 'operations':
      return <OperationsPage />;
    case 'store':
      return <StorePage />;
    case 'vote':
      return <VotePage />;
    case 'not-found':
      return <NotFoundPage />;
  }
}
