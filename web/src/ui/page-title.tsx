import type { ReactNode } from 'react';
import { Streams } from './streams.tsx';

interface PageTitleProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** The head of a page; also names the browser tab. */
export function PageTitle({ title, children }: PageTitleProps) {
  return (
    <div className="page-title">
      <title>{`${title} · Tributary`}</title>
      <div>
        <h1>{title}</h1>
        <p>{children}</p>
      </div>
      <Streams />
    </div>
  );
}
