/** Finds the backend before anything else is drawn: the pages have no address of their own built in. */
import { QueryClientProvider } from '@tanstack/react-query';
import { Amplify } from 'aws-amplify';
import { useEffect, useState } from 'react';
import { AMPLIFY_OUTPUTS_PATH, fetchAmplifyOutputs } from '../api/amplify-outputs.ts';
import { describeFailure } from '../api/graphql-problem.ts';
import { CartProvider } from '../features/store/cart-context.tsx';
import { ConnectionProvider } from '../features/connection/connection-context.tsx';
import { App } from './app.tsx';
import { createQueryClient } from './create-query-client.ts';

type BootState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'ready' };

const queryClient = createQueryClient();

export function Boot() {
  const [state, setState] = useState<BootState>({ kind: 'loading' });
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    let isCurrent = true;
    const settle = (next: BootState) => isCurrent && setState(next);
    fetchAmplifyOutputs((...args) => fetch(...args)).then(
      (outputs) => {
        Amplify.configure(outputs);
        settle({ kind: 'ready' });
      },
      (failure: unknown) => settle({ kind: 'failed', reason: describeFailure(failure) }),
    );
    return () => {
      isCurrent = false;
    };
  }, [attempt]);

  switch (state.kind) {
    case 'loading':
      return <p className="boot">Looking for the API …</p>;
    case 'failed':
      return (
        <div className="boot boot-failed" role="alert">
          <h1>The API was not found</h1>
          <p>
            These pages read its address from <code>{AMPLIFY_OUTPUTS_PATH}</code>, and that failed:
          </p>
          <p className="failure-reason">{state.reason}</p>
          <button type="button" className="button" onClick={() => setAttempt((count) => count + 1)}>
            Try again
          </button>
        </div>
      );
    case 'ready':
      return (
        <QueryClientProvider client={queryClient}>
          <ConnectionProvider>
            <CartProvider>
              <App />
            </CartProvider>
          </ConnectionProvider>
        </QueryClientProvider>
      );
  }
}
