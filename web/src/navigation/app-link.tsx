import type { MouseEvent, ReactNode } from 'react';
import { navigateTo } from './navigation.ts';

interface AppLinkProps {
  readonly to: string;
  readonly className?: string;
  /** Marks the link of the page that is shown. */
  readonly isCurrent?: boolean;
  readonly children: ReactNode;
}

/** A link within the application; with a modifier key it opens a tab as any other link does. */
export function AppLink({ to, className, isCurrent = false, children }: AppLinkProps) {
  const follow = (event: MouseEvent) => {
    const wantsNewTab =
      event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0;
    if (wantsNewTab) return;
    event.preventDefault();
    navigateTo(to);
  };
  return (
    <a href={to} className={className} aria-current={isCurrent ? 'page' : undefined} onClick={follow}>
      {children}
    </a>
  );
}
