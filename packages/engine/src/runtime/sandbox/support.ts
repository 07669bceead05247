import { MAX_LOOP_ITERATIONS } from '../limits.ts';

/** A fault with a place of its own, instead of the one in the stack. */
export class LoopLimitReached extends Error {
  readonly offset: number;
  constructor(offset: number) {
    super(`The loop exceeded the limit of ${MAX_LOOP_ITERATIONS} iterations.`);
    this.offset = offset;
  }
}

/** What instrumented code calls; see `instrument-module.ts`. */
export const support = {
  /** `typeof` of a function is `undefined` on AppSync (aws-appsync-community issue 295). */
  typeOf: (type: string): string => (type === 'function' ? 'undefined' : type),

  /** Differs or unconfirmed: the service's message for a loop that runs too long is not published. */
  stopLoop(offset: number): never {
    throw new LoopLimitReached(offset);
  },

  /** An own member of a value; inherited members that AppSync lacks are undefined. */
  member(value: unknown, name: string): unknown {
    if (value === null || value === undefined) {
      throw new TypeError(`Cannot read properties of ${String(value)} (reading '${name}')`);
    }
    return Object.hasOwn(Object(value) as object, name)
      ? (value as Record<string, unknown>)[name]
      : undefined;
  },

  method(value: unknown, name: string): unknown {
    const method = support.member(value, name);
    if (typeof method !== 'function') throw new TypeError(`${name} is not a function`);
    return method;
  },
};
