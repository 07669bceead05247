/** Who may call an API: AuthenticationType with the settings of each, and API keys. */

export type AuthenticationType =
  'API_KEY' | 'AWS_IAM' | 'AMAZON_COGNITO_USER_POOLS' | 'OPENID_CONNECT' | 'AWS_LAMBDA';

export interface ApiKeyModel {
  readonly key: string;
  readonly expiresAtEpochSeconds: number | undefined;
}

/** What a mode needs to check its credentials: `UserPoolConfig`, `OpenIDConnectConfig`, `LambdaAuthorizerConfig`. */
export type AuthenticationProviderModel =
  UserPoolProviderModel | OpenIdConnectProviderModel | LambdaAuthorizerModel;

export interface UserPoolProviderModel {
  readonly type: 'AMAZON_COGNITO_USER_POOLS';
  readonly userPoolId: string;
  readonly region: string;
  /** What holds for fields without `@aws_auth` where user pools are the only mode. */
  readonly defaultAction: 'ALLOW' | 'DENY';
  readonly appIdClientRegex: string | undefined;
}

export interface OpenIdConnectProviderModel {
  readonly type: 'OPENID_CONNECT';
  readonly issuer: string;
  /** A regular expression on `aud` or `azp`. */
  readonly clientId: string | undefined;
  /** Age that a token may have since `iat`; undefined: any. */
  readonly issuedAtTtlMs: number | undefined;
  /** Age that a token may have since `auth_time`; undefined: any. */
  readonly authenticatedAtTtlMs: number | undefined;
}

export interface LambdaAuthorizerModel {
  readonly type: 'AWS_LAMBDA';
  readonly functionName: string;
  /** 0: answers are not kept. */
  readonly resultTtlSeconds: number;
  /** A regular expression on the token. */
  readonly identityValidationExpression: string | undefined;
  /** The assembly has no `AWS::Lambda::Permission` that lets AppSync call the function. */
  readonly lacksPermission?: true;
}
