/** A call that the Lambda service refuses: no function has run. */
export class LambdaServiceError extends Error {
  /** AWS Lambda API reference, "Invoke", "Errors". */
  override readonly name: 'AccessDeniedException' | 'ResourceNotFoundException' | 'TooManyRequestsException';

  constructor(name: LambdaServiceError['name'], message: string) {
    super(message);
    this.name = name;
  }
}

export function functionNotFound(functionName: string): LambdaServiceError {
  return new LambdaServiceError('ResourceNotFoundException', `Function not found: ${functionName}`);
}

/** Above the reserved concurrency. AWS Lambda API reference, "TooManyRequestsException". */
export function throttled(): LambdaServiceError {
  return new LambdaServiceError('TooManyRequestsException', 'Rate Exceeded.');
}
