import { useId, type ReactNode } from 'react';
import { Sources, type SubgraphName } from './sources.tsx';

interface PanelProps {
  readonly title: string;
  readonly sources: readonly SubgraphName[];
  /** Controls at the right of the title. */
  readonly actions?: ReactNode;
  /** For placing the panel on its page. */
  readonly className?: string;
  readonly children: ReactNode;
}

/** A titled region of a page. */
export function Panel({ title, sources, actions, className = '', children }: PanelProps) {
  const titleId = useId();
  return (
    <section className={`panel ${className}`} aria-labelledby={titleId}>
      <header className="panel-head">
        <div>
          <h2 id={titleId}>{title}</h2>
          <Sources names={sources} />
        </div>
        {actions}
      </header>
      {children}
    </section>
  );
}
