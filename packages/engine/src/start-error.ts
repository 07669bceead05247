/** Why the engine did not start: what happened, where, what to do. The command line prints it without a stack. */

export type StartErrorKind =
  /** Another program listens on the port. */
  | 'port-taken'
  /** The host is not an address of this machine, or the port is not allowed. */
  | 'address-unavailable'
  /** The assembly can't be read, or has no API, or the API has faults. */
  | 'assembly-faulty'
  /** The data folder can't be used. */
  | 'data-unusable'
  /** The DynamoDB endpoint does not answer, or refuses. */
  | 'database-unreachable'
  /** The options name a Lambda function that the assembly does not have. */
  | 'function-unknown';

export interface StartErrorDetails {
  readonly kind: StartErrorKind;
  readonly message: string;
  /** What to do about it, as one sentence. */
  readonly fix: string;
  /** Single faults, where there are several. */
  readonly details?: readonly string[];
  readonly cause?: unknown;
}

export class EngineStartError extends Error {
  override readonly name = 'EngineStartError';
  readonly kind: StartErrorKind;
  readonly fix: string;
  readonly details: readonly string[];
  /** Node's code where the system refused, e.g. `EADDRINUSE`. */
  readonly code: string | undefined;

  constructor({ kind, message, fix, details = [], cause }: StartErrorDetails) {
    super(message, { cause });
    this.kind = kind;
    this.fix = fix;
    this.details = details;
    this.code =
      cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : undefined;
  }
}
