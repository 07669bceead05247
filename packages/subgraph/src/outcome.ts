/** What became of one invocation, before it is known how the answer is to be shaped. */
export type Outcome<Value = unknown> =
  { readonly kind: 'returned'; readonly value: Value } | { readonly kind: 'threw'; readonly thrown: unknown };

/** Runs `produce` and keeps what it returned or threw. */
export async function settle<Value>(produce: () => Value | Promise<Value>): Promise<Outcome<Value>> {
  try {
    return { kind: 'returned', value: await produce() };
  } catch (thrown) {
    return { kind: 'threw', thrown };
  }
}
