/** Frames. Enough to reach from a nested SQL condition to the handler's call; V8's default is 10. */
const STACK_FRAMES = 200;

/**
 * A wrong use of the library, e.g. a null in a SQL comparison. AppSync reports it as an error of type `Code`
 * whose message is prefixed with the place of the call, which is found in the stack.
 */
export class LibraryFault extends Error {
  constructor(message: string) {
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = STACK_FRAMES;
    super(message);
    Error.stackTraceLimit = stackTraceLimit;
  }
}
