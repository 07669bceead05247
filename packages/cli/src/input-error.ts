/** What the user wrote can't be run: what is wrong and what to do. Ends with exit code 1. */
export class InputError extends Error {
  override readonly name = 'InputError';
  /** One sentence: what the user can do. */
  readonly fix: string;

  constructor(message: string, fix: string) {
    super(message);
    this.fix = fix;
  }
}
