import type { ReactNode } from 'react';

interface EmptyStateProps {
  readonly title: string;
  /** What would change that. */
  readonly children: ReactNode;
}

/** Says that there is nothing yet, and what would change that. */
export function EmptyState({ title, children }: EmptyStateProps) {
  return (
    <div className="empty">
      <svg viewBox="0 0 120 36" aria-hidden="true">
        <path d="M2 8c20 0 26 18 58 18s38 0 58 0" />
        <path d="M2 26c16 0 30-6 58-6" />
        <path d="M30 2c6 10 16 20 34 22" />
      </svg>
      <p className="empty-title">{title}</p>
      <p>{children}</p>
    </div>
  );
}
