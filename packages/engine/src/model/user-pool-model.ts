/** AWS::Cognito::UserPool with its clients and groups. */
export interface UserPoolModel {
  /** `<region>_<9 characters>` */
  readonly userPoolId: string;
  readonly region: string;
  readonly clients: readonly UserPoolClientModel[];
  readonly groups: readonly string[];
  /** `UsernameAttributes`: users sign in with these; their username is their `sub`. */
  readonly usernameAttributes: readonly string[];
  /** `AutoVerifiedAttributes`: sign-up waits for a code that is sent there. None when absent. */
  readonly autoVerifiedAttributes?: readonly string[];
}

export interface UserPoolClientModel {
  readonly clientId: string;
  /** `ExplicitAuthFlows`; Cognito's defaults where the template sets none. */
  readonly authFlows: readonly string[];
}
