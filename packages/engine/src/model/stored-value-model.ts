/** AWS::SSM::Parameter and AWS::SecretsManager::Secret. */

export interface SsmParameterModel {
  readonly name: string;
  readonly arn: string;
  /** Users may give values of any type; here they are text. */
  readonly type: 'String' | 'StringList' | 'SecureString';
  readonly value: string;
}

export interface SecretModel {
  readonly name: string;
  /** Ends in a hyphen and six characters, as Secrets Manager forms it. */
  readonly arn: string;
  /** `SecretString`, given or generated. */
  readonly value: string;
}
