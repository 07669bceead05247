/** A step of `dev` failed because of the user's files; `output` is what its tool printed. */
export class StepError extends Error {
  override readonly name = 'StepError';
  readonly output: string;

  constructor(message: string, output: string) {
    super(message);
    this.output = output;
  }
}
