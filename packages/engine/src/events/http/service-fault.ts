/** A call that a service refuses, in the words of its JSON protocol. */
export class ServiceFault extends Error {
  override readonly name = 'ServiceFault';
  /** For example `ValidationException`. */
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}
