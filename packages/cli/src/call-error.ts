/** The call can't be carried out as it was made: what is wrong, where, and what to do. Ends with exit code 2. */
export class CallError extends Error {
  override readonly name = 'CallError';
  /** One sentence: what the caller can do. */
  readonly fix: string;

  constructor(message: string, fix: string) {
    super(message);
    this.fix = fix;
  }
}
