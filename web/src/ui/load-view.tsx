import type { ReactNode } from 'react';
import type { LoadState } from '../api/load-state.ts';
import { Notices } from './notices.tsx';

interface LoadViewProps<Data> {
  readonly state: LoadState<Data>;
  /** What is loaded, for the failure's headline, e.g. `orders`. */
  readonly what: string;
  readonly placeholder: ReactNode;
  readonly children: (data: Data) => ReactNode;
}

/** Draws one of the three states of loaded data; what came with problems is drawn with a notice above. */
export function LoadView<Data>({ state, what, placeholder, children }: LoadViewProps<Data>) {
  switch (state.kind) {
    case 'loading':
      return (
        <div aria-busy="true">
          <p className="visually-hidden">Loading {what}</p>
          {placeholder}
        </div>
      );
    case 'failed':
      return (
        <div className="failure" role="alert">
          <p className="failure-title">Could not load {what}</p>
          <p className="failure-reason">{state.reason}</p>
          <button type="button" className="button button-small" onClick={state.retry}>
            Try again
          </button>
        </div>
      );
    case 'ready':
      return (
        <>
          <Notices texts={state.notices} />
          {children(state.data)}
        </>
      );
  }
}
