/** The state of something that a page loads. Every page and panel draws exactly one of the three. */
export type LoadState<Data> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly reason: string; readonly retry: () => void }
  | { readonly kind: 'ready'; readonly data: Data; readonly notices: readonly string[] };

/** Changes the data of a ready state and leaves the others alone. */
export function mapReady<From, To>(state: LoadState<From>, change: (data: From) => To): LoadState<To> {
  switch (state.kind) {
    case 'loading':
    case 'failed':
      return state;
    case 'ready':
      return { ...state, data: change(state.data) };
  }
}
