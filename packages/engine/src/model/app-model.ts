/**
 * What the assembly loader yields and the rest of the engine runs: AppSync and its neighbors as plain data.
 * Names follow CloudFormation's resource types (AWS::AppSync::*, AWS::Lambda::Function, AWS::DynamoDB::Table).
 */
import type { ApiModel } from './api-model.ts';
import type { EventBusModel, EventRuleModel } from './event-model.ts';
import type { EventSourceMappingModel } from './event-source-mapping-model.ts';
import type { IamPrincipalModel } from './iam-principal-model.ts';
import type { LambdaFunctionModel } from './lambda-function-model.ts';
import type { QueueModel } from './queue-model.ts';
import type { SecretModel, SsmParameterModel } from './stored-value-model.ts';
import type { TableModel } from './table-model.ts';
import type { UserPoolModel } from './user-pool-model.ts';

export type * from './api-model.ts';
export type * from './authentication-model.ts';
export type * from './data-source-model.ts';
export type * from './event-model.ts';
export type * from './event-source-mapping-model.ts';
export type * from './iam-principal-model.ts';
export type * from './lambda-function-model.ts';
export type * from './queue-model.ts';
export type * from './resolver-model.ts';
export type * from './stored-value-model.ts';
export type * from './table-model.ts';
export type * from './user-pool-model.ts';

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
