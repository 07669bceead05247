/** A refusal that the domain foresees: the client sees its message, type and facts as AppSync error fields. */
export class SubgraphError extends Error {
  override readonly name = 'SubgraphError';
  readonly errorType: string;
  readonly errorInfo: Readonly<Record<string, unknown>> | undefined;

  /**
   * @param errorType - stable name for programs, e.g. `InsufficientStock`
   * @param message - one sentence for people
   * @param errorInfo - facts a client may act on; answered as they are
   */
  constructor(errorType: string, message: string, errorInfo?: Readonly<Record<string, unknown>>) {
    super(message);
    this.errorType = errorType;
    this.errorInfo = errorInfo;
  }
}
