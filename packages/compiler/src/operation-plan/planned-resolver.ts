import type { PlannedCall } from './planned-call.ts';

/** A field of the operation that has a resolver, or leads to one. */
export interface PlannedResolver {
  /** Response keys from the root, joined by dots. */
  readonly path: string;
  /** `Type.field` */
  readonly coordinate: string;
  /** False: the value is already in the parent's; the entry only leads to others. */
  readonly hasResolver: boolean;
  readonly calls: readonly PlannedCall[];
  readonly children: readonly PlannedResolver[];
}

/** The calls of resolvers and of those below them. */
export function* allCalls(resolvers: readonly PlannedResolver[]): Generator<PlannedCall> {
  for (const resolver of resolvers) {
    yield* resolver.calls;
    yield* allCalls(resolver.children);
  }
}

/** 0 without calls. */
export function lastWave(calls: Iterable<PlannedCall>): number {
  return [...calls].reduce((last, { wave }) => Math.max(last, wave), 0);
}
