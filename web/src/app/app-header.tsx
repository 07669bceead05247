import type { ReactNode } from 'react';
import { AppLink } from '../navigation/app-link.tsx';
import { PATHS, type Route } from '../navigation/route.ts';

interface AppHeaderProps {
  readonly route: Route;
  /** The state of the live connection. */
  readonly badge: ReactNode;
}

export function AppHeader({ route, badge }: AppHeaderProps) {
  return (
    <header className="app-header">
      <AppLink to={PATHS.operations} className="brand">
        <svg viewBox="0 0 32 32" aria-hidden="true">
          <path d="M6 4c0 9 10 8 10 16v8" />
          <path d="M26 4c0 9-10 8-10 16" />
          <path className="brand-accent" d="M16 4v9" />
        </svg>
        <span>Tributary</span>
      </AppLink>
      <nav aria-label="Pages">
        <AppLink to={PATHS.operations} isCurrent={route === 'operations'}>
          Operations
        </AppLink>
        <AppLink to={PATHS.store} isCurrent={route === 'store'}>
          Store
        </AppLink>
        <AppLink to={PATHS.vote} isCurrent={route === 'vote'}>
          Vote
        </AppLink>
      </nav>
      {badge}
    </header>
  );
}
