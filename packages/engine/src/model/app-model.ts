/**
 * What the assembly loader yields and the rest of the engine runs: AppSync and its neighbors as plain data.
 * Names follow CloudFormation's resource types (AWS::AppSync::*, AWS::Lambda::Function, AWS::DynamoDB::Table).
 */

/** Everything that one assembly (or one stack of it) describes. */
export interface AppModel {
  readonly region: string;
  readonly accountId: string;
  readonly apis: readonly ApiModel[];
  readonly tables: readonly TableModel[];
  readonly lambdaFunctions: readonly LambdaFunctionModel[];
  /** Custom buses; the default bus of the account is always there. */
  readonly eventBuses: readonly EventBusModel[];
  readonly eventRules: readonly EventRuleModel[];
  readonly queues: readonly QueueModel[];
  readonly eventSourceMappings: readonly EventSourceMappingModel[];
  /** AWS::SSM::Parameter, and those that the user gave; none when absent. */
  readonly ssmParameters?: readonly SsmParameterModel[];
  /** AWS::SecretsManager::Secret, and those that the user gave; none when absent. */
  readonly secrets?: readonly SecretModel[];
  /** AWS::Cognito::UserPool; the engine stands in for them. None when absent. */
  readonly userPools?: readonly UserPoolModel[];
  /** AWS::IAM::Role and AWS::IAM::User. None when absent. */
  readonly principals?: readonly IamPrincipalModel[];
  /** Resource types that the engine does not run, for one plain notice at start. */
  readonly unknownResources: readonly UnknownResource[];
}

export interface UnknownResource {
  readonly type: string;
  readonly logicalIds: readonly string[];
}

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
}

export interface ApiModel {
  /** 26 lower-case characters on AWS; here derived from the logical id. */
  readonly id: string;
  readonly name: string;
  /** SDL in AppSync's dialect, `@aws_*` directives included. */
  readonly schema: string;
  readonly defaultAuthentication: AuthenticationType;
  readonly additionalAuthentication: readonly AuthenticationType[];
  /** Settings of the modes above that have some, the default mode's first; none when absent. */
  readonly authenticationProviders?: readonly AuthenticationProviderModel[];
  readonly apiKeys: readonly ApiKeyModel[];
  /** `ctx.env` */
  readonly environment: Readonly<Record<string, string>>;
  readonly isIntrospectionEnabled: boolean;
  /** 0: off. Otherwise 1..75. */
  readonly queryDepthLimit: number;
  /** Resolvers for one request; 10,000 where the template sets none or 0. */
  readonly resolverCountLimit: number;
  readonly dataSources: readonly DataSourceModel[];
  readonly functions: readonly PipelineFunctionModel[];
  readonly resolvers: readonly ResolverModel[];
  /** AWS::AppSync::ApiCache; absent: nothing is cached. */
  readonly cache?: ApiCacheModel;
}

export type ApiCachingBehavior = 'FULL_REQUEST_CACHING' | 'PER_RESOLVER_CACHING' | 'OPERATION_LEVEL_CACHING';

export interface ApiCacheModel {
  readonly behavior: ApiCachingBehavior;
  /** 1..3600 */
  readonly ttlSeconds: number;
}

/** CachingConfig of a resolver. */
export interface ResolverCachingModel {
  /** 1..3600 */
  readonly ttlSeconds: number;
  /** For example `$context.arguments.id`, at most 25; none: arguments, source and identity as a whole. */
  readonly keys: readonly string[];
}

export type DataSourceModel =
  | { readonly kind: 'none'; readonly name: string }
  | {
      readonly kind: 'lambda';
      readonly name: string;
      readonly functionName: string;
      /** As the template names it, version or alias included. */
      readonly functionArn?: string;
      /** `ServiceRoleArn`: the role that AppSync calls the function with. */
      readonly roleArn?: string;
    }
  | {
      readonly kind: 'dynamodb';
      readonly name: string;
      readonly tableName: string;
      readonly roleArn?: string;
    }
  | {
      readonly kind: 'http';
      readonly name: string;
      /** Scheme and host, e.g. `https://api.example.com`. */
      readonly endpoint: string;
      /** Signing with AWS_IAM (`HttpConfig.AuthorizationConfig`); requests go unsigned when absent. */
      readonly signing?: { readonly region: string; readonly service: string; readonly roleArn: string };
    }
  | { readonly kind: 'eventbridge'; readonly name: string; readonly eventBusArn: string }
  /** A type that the engine does not run: fields on it answer with a clear error. */
  | { readonly kind: 'unsupported'; readonly name: string; readonly type: string };

/** AWS::AppSync::FunctionConfiguration */
export interface PipelineFunctionModel {
  readonly functionId: string;
  readonly name: string;
  readonly dataSourceName: string;
  readonly code: string;
  /** 0: no batching. */
  readonly maxBatchSize: number;
}

/** AWS::AppSync::Resolver */
export type ResolverModel = UnitResolverModel | PipelineResolverModel;

export interface UnitResolverModel {
  readonly kind: 'unit';
  readonly typeName: string;
  readonly fieldName: string;
  readonly dataSourceName: string;
  /** undefined: a direct Lambda resolver. */
  readonly code: string | undefined;
  readonly maxBatchSize: number;
  readonly caching?: ResolverCachingModel;
}

export interface PipelineResolverModel {
  readonly kind: 'pipeline';
  readonly typeName: string;
  readonly fieldName: string;
  readonly code: string;
  readonly functionIds: readonly string[];
  readonly caching?: ResolverCachingModel;
}

export interface LambdaFunctionModel {
  readonly functionName: string;
  readonly logicalId: string;
  readonly arn: string;
  /** Absolute folder of the unpacked code asset. */
  readonly codeDirectory: string;
  /** CloudFormation `Handler`, for example `index.handler`. */
  readonly handler: string;
  readonly runtime: string;
  readonly timeoutMs: number;
  readonly memoryMb: number;
  readonly environment: Readonly<Record<string, string>>;
  /** Of the execution role. */
  readonly roleArn?: string;
  /** The template's `Metadata` of the resource, e.g. `tributary:subgraph`. */
  readonly metadata: Readonly<Record<string, unknown>>;
  /** Absolute folders of the unpacked layers, in the template's order; none when absent. */
  readonly layerDirectories?: readonly string[];
  /** `ReservedConcurrentExecutions`; absent: no limit but the account's. */
  readonly reservedConcurrency?: number;
  /** Why calls answer with an error, as the end of a sentence: "its runtime is python3.13". Absent: it runs. */
  readonly notRunnable?: string;
  /** Absent: Lambda's defaults, and nobody is told. */
  readonly asyncInvocation?: AsyncInvocationModel;
}

/** AWS::Lambda::EventInvokeConfig, and the function's `DeadLetterConfig`. */
export interface AsyncInvocationModel {
  /** 0..2 */
  readonly maxRetryAttempts: number;
  readonly maxEventAgeMs: number;
  /** Of a queue, a function or an event bus; others are not run. */
  readonly onFailureArn: string | undefined;
  readonly onSuccessArn: string | undefined;
  /** Of a queue, for the events themselves. */
  readonly deadLetterArn: string | undefined;
}

/** AWS::DynamoDB::Table, in the words of the CreateTable call. */
export interface TableModel {
  readonly tableName: string;
  readonly logicalId: string;
  readonly arn: string;
  /** Input of DynamoDB `CreateTable` (BillingMode PAY_PER_REQUEST). */
  readonly createTableInput: Readonly<Record<string, unknown>>;
  /** What records of the table's stream hold; undefined: the table has no stream. */
  readonly streamViewType: StreamViewType | undefined;
  /** Attribute of the TimeToLiveSpecification, when enabled. */
  readonly ttlAttribute: string | undefined;
  /**
   * Absolute folder of seed files (`*.json`, each an array of plain-JSON items), put into the table when it is created
   * empty. From the template's `Metadata: { "tributary:seed": "<asset folder>" }`; AWS ignores such metadata.
   */
  readonly seedDirectory: string | undefined;
}

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

/** AWS::IAM::Role or AWS::IAM::User, with every identity policy that holds for it. */
export interface IamPrincipalModel {
  readonly kind: 'role' | 'user';
  readonly name: string;
  readonly arn: string;
  /** Policy documents: inline ones, attached ones, and for a user those of its groups. */
  readonly policies: readonly Readonly<Record<string, unknown>>[];
  /** Policies whose text is not in the assembly, by ARN: managed by AWS or by somebody else. */
  readonly unknownPolicies: readonly string[];
  /** `PermissionsBoundary`, where its text is in the assembly. */
  readonly boundary?: Readonly<Record<string, unknown>>;
}

/** DynamoDB API reference, "StreamSpecification". */
export type StreamViewType = 'KEYS_ONLY' | 'NEW_IMAGE' | 'OLD_IMAGE' | 'NEW_AND_OLD_IMAGES';

/** AWS::Events::EventBus */
export interface EventBusModel {
  readonly name: string;
  readonly arn: string;
}

/** AWS::Events::Rule with an event pattern. */
export interface EventRuleModel {
  readonly name: string;
  readonly arn: string;
  /** `default` where the template names none. */
  readonly eventBusName: string;
  readonly isEnabled: boolean;
  readonly eventPattern: Readonly<Record<string, unknown>>;
  readonly targets: readonly EventTargetModel[];
}

export interface EventTargetModel {
  readonly id: string;
  /** Of a Lambda function or a queue; others are not run. */
  readonly arn: string;
  readonly input: EventTargetInput;
}

/** What a target gets. EventBridge API reference, "Target". */
export type EventTargetInput =
  | { readonly kind: 'event' }
  /** JSON text in place of the event. */
  | { readonly kind: 'constant'; readonly json: string }
  /** JSON path of the part that is passed on, e.g. `$.detail`. */
  | { readonly kind: 'path'; readonly path: string }
  | {
      readonly kind: 'transformer';
      /** JSON paths by the names that the template uses between `<` and `>`. */
      readonly paths: Readonly<Record<string, string>>;
      readonly template: string;
    };

/** AWS::SQS::Queue */
export interface QueueModel {
  readonly name: string;
  readonly arn: string;
  /** What `Ref` gives: the address on AWS. */
  readonly url: string;
  readonly isFifo: boolean;
  readonly hasContentBasedDeduplication: boolean;
  readonly visibilityTimeoutMs: number;
  readonly delayMs: number;
  readonly retentionMs: number;
  readonly deadLetter: { readonly queueArn: string; readonly maxReceiveCount: number } | undefined;
}

/** AWS::Lambda::EventSourceMapping */
export interface EventSourceMappingModel {
  readonly logicalId: string;
  readonly functionName: string;
  readonly source:
    | { readonly kind: 'stream'; readonly tableName: string; readonly streamArn: string }
    | { readonly kind: 'queue'; readonly queueArn: string };
  readonly batchSize: number;
  readonly batchingWindowMs: number;
  /** Event patterns of `FilterCriteria`, of which one has to match; none: all records are passed on. */
  readonly filters: readonly unknown[];
  readonly reportsBatchItemFailures: boolean;
  /** Streams only. */
  readonly bisectsBatchOnError: boolean;
  /** Streams only; undefined: until the record expires. */
  readonly maxRetryAttempts: number | undefined;
  /** Streams only; undefined: until the record expires. */
  readonly maxRecordAgeMs: number | undefined;
  /** Queue for what a stream gives up on. */
  readonly onFailureArn: string | undefined;
}
