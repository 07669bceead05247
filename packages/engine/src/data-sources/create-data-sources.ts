import type { DynamoDb } from '../dynamodb/contract.ts';
import type { EventServices } from '../events/contract.ts';
import type { LambdaHost } from '../lambda-host/contract.ts';
import { assertNever } from '../model/assert-never.ts';
import type { ApiModel, AppModel, DataSourceModel } from '../model/app-model.ts';
import type { DataSource } from './data-source.ts';
import { createDynamoDbDataSource } from './dynamodb/dynamodb-data-source.ts';
import { createLambdaDataSource } from './lambda-data-source.ts';
import { createEventBridgeDataSource } from './eventbridge-data-source.ts';
import { APPSYNC_SESSION, roleCredentials } from '../authorization/index.ts';
import { createRequestSigner, type SignRequest } from './http/sign-request.ts';
import { createHttpDataSource } from './http/http-data-source.ts';
import { judgeDynamoDb } from './service-role/judge-dynamodb.ts';
import { judgeEventBridge } from './service-role/judge-eventbridge.ts';
import { judgeLambda } from './service-role/judge-lambda.ts';
import { createServiceRole, type ServiceRole } from './service-role/service-role.ts';
import { withJsonRequests } from './with-json-requests.ts';
import { createNoneDataSource } from './none-data-source.ts';
import { createUnsupportedDataSource } from './unsupported-data-source.ts';

export interface CreateDataSourcesOptions {
  readonly api: Pick<ApiModel, 'id' | 'dataSources'>;
  readonly lambda: Pick<LambdaHost, 'invoke' | 'invokeAsync'>;
  readonly dynamodb: Pick<DynamoDb, 'call'>;
  readonly events: Pick<EventServices, 'putEvents'>;
  /** Roles of the assembly, with their policies; without it every role may do everything. */
  readonly account?: Pick<AppModel, 'region' | 'accountId' | 'principals' | 'tables'>;
  /** Milliseconds since the epoch; Date.now when absent. */
  readonly now?: () => number;
}

/** The data sources of one API by name. They hold no state: an API that is replaced can keep them. */
export function createDataSources(options: CreateDataSourcesOptions): ReadonlyMap<string, DataSource> {
  return new Map(options.api.dataSources.map((model) => [model.name, createDataSource(model, options)]));
}

function createDataSource(model: DataSourceModel, options: CreateDataSourcesOptions): DataSource {
  const { api, account } = options;
  const roleOf = (roleArn: string | undefined): ServiceRole | undefined =>
    createServiceRole(roleArn, account?.principals ?? []);
  switch (model.kind) {
    case 'none':
      return createNoneDataSource(model.name);
    case 'lambda':
      return createLambdaDataSource({
        name: model.name,
        functionName: model.functionName,
        lambda: judgeLambda(options.lambda, { role: roleOf(model.roleArn), functionArn: model.functionArn }),
      });
    case 'dynamodb':
      return withJsonRequests(
        createDynamoDbDataSource({
          name: model.name,
          tableName: model.tableName,
          apiId: api.id,
          dynamodb: judgeDynamoDb(options.dynamodb, {
            role: roleOf(model.roleArn),
            tableArn: (tableName) => tableArnOf(tableName, account),
          }),
          handlers: { lambda: options.lambda, awsRegion: account?.region ?? '', role: roleOf(model.roleArn) },
        }),
      );
    case 'http':
      return withJsonRequests(
        createHttpDataSource({ ...model, ...signerOf(model, options.now ?? Date.now) }),
      );
    case 'eventbridge':
      return withJsonRequests(
        createEventBridgeDataSource({
          ...model,
          events: judgeEventBridge(options.events, {
            role: roleOf(model.roleArn),
            eventBusArn: model.eventBusArn,
          }),
        }),
      );
    case 'unsupported':
      return createUnsupportedDataSource(model.name, model.type);
    default:
      return assertNever(model);
  }
}

/** A table of another stack has an ARN like those of this one. */
function tableArnOf(tableName: string, account: CreateDataSourcesOptions['account']): string {
  const known = account?.tables.find((table) => table.tableName === tableName)?.arn;
  return known ?? `arn:aws:dynamodb:${account?.region ?? ''}:${account?.accountId ?? ''}:table/${tableName}`;
}

function signerOf(
  { signing }: Extract<DataSourceModel, { kind: 'http' }>,
  now: () => number,
): { readonly sign?: SignRequest } {
  if (signing === undefined) return {};
  const { region, service, roleArn } = signing;
  const credentials = roleCredentials(roleArn, APPSYNC_SESSION);
  return { sign: createRequestSigner({ region, service, credentials, now }) };
}
