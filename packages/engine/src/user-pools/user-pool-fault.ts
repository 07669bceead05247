/** What Amazon Cognito refuses a call with. */

/** `InvalidParameterException`, `NotAuthorizedException`, … : the value of `__type`. */
export class UserPoolFault extends Error {
  override readonly name = 'UserPoolFault';
  readonly errorType: string;

  constructor(errorType: string, message: string) {
    super(message);
    this.errorType = errorType;
  }
}

/** One text for an unknown password, whatever the way to sign in. */
export function wrongPassword(): UserPoolFault {
  return notAuthorized('Incorrect username or password.');
}

export function invalidParameter(message: string): UserPoolFault {
  return new UserPoolFault('InvalidParameterException', message);
}

/** Of calls for which the account is not in the right state. */
export function notAuthorized(message: string): UserPoolFault {
  return new UserPoolFault('NotAuthorizedException', message);
}
