import { EmptyState } from '../ui/empty-state.tsx';
import { AppLink } from '../navigation/app-link.tsx';
import { PATHS } from '../navigation/route.ts';

export function NotFoundPage() {
  return (
    <EmptyState title="There is no page at this address">
      Go to <AppLink to={PATHS.operations}>Operations</AppLink>, the <AppLink to={PATHS.store}>Store</AppLink>{' '}
      or the <AppLink to={PATHS.vote}>Vote</AppLink>.
    </EmptyState>
  );
}
