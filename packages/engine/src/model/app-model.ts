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

export interface ApiModel {
  /** 26 lower-case characters on AWS; here derived from the logical id. */
  readonly id: string;
  readonly name: string;
  /** SDL in AppSync's dialect, `@aws_*` directives included. */
  readonly schema: string;
  readonly defaultAuthentication: AuthenticationType;
  readonly additionalAuthentication: readonly AuthenticationType[];
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
}

export type DataSourceModel =
  | { readonly kind: 'none'; readonly name: string }
  | { readonly kind: 'lambda'; readonly name: string; readonly functionName: string }
  | { readonly kind: 'dynamodb'; readonly name: string; readonly tableName: string }
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
}

export interface PipelineResolverModel {
  readonly kind: 'pipeline';
  readonly typeName: string;
  readonly fieldName: string;
  readonly code: string;
  readonly functionIds: readonly string[];
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
  /** The template's `Metadata` of the resource, e.g. `tributary:subgraph`. */
  readonly metadata: Readonly<Record<string, unknown>>;
}

/** AWS::DynamoDB::Table, in the words of the CreateTable call. */
export interface TableModel {
  readonly tableName: string;
  readonly logicalId: string;
  readonly arn: string;
  /** Input of DynamoDB `CreateTable` (BillingMode PAY_PER_REQUEST). */
  readonly createTableInput: Readonly<Record<string, unknown>>;
  /** Attribute of the TimeToLiveSpecification, when enabled. */
  readonly ttlAttribute: string | undefined;
  /**
   * Absolute folder of seed files (`*.json`, each an array of plain-JSON items), put into the table when it is created
   * empty. From the template's `Metadata: { "tributary:seed": "<asset folder>" }`; AWS ignores such metadata.
   */
  readonly seedDirectory: string | undefined;
}
