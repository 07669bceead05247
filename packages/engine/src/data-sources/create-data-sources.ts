import type { DynamoDb } from '../dynamodb/contract.ts';
import type { EventServices } from '../events/contract.ts';
import type { LambdaHost } from '../lambda-host/contract.ts';
import { assertNever } from '../model/assert-never.ts';
import type { ApiModel, DataSourceModel } from '../model/app-model.ts';
import type { DataSource } from './data-source.ts';
import { createDynamoDbDataSource } from './dynamodb/dynamodb-data-source.ts';
import { createLambdaDataSource } from './lambda-data-source.ts';
import { createEventBridgeDataSource } from './eventbridge-data-source.ts';
import { APPSYNC_SESSION, roleCredentials } from '../authorization/index.ts';
import { createRequestSigner, type SignRequest } from './http/sign-request.ts';
import { createHttpDataSource } from './http/http-data-source.ts';
import { createNoneDataSource } from './none-data-source.ts';
import { createUnsupportedDataSource } from './unsupported-data-source.ts';

export interface CreateDataSourcesOptions {
  readonly api: Pick<ApiModel, 'id' | 'dataSources'>;
  readonly lambda: Pick<LambdaHost, 'invoke' | 'invokeAsync'>;
  readonly dynamodb: Pick<DynamoDb, 'call'>;
  readonly events: Pick<EventServices, 'putEvents'>;
  /** Milliseconds since the epoch; Date.now when absent. */
  readonly now?: () => number;
}

/** The data sources of one API by name. They hold no state: an API that is replaced can keep them. */
export function createDataSources(options: CreateDataSourcesOptions): ReadonlyMap<string, DataSource> {
  return new Map(options.api.dataSources.map((model) => [model.name, createDataSource(model, options)]));
}

function createDataSource(model: DataSourceModel, options: CreateDataSourcesOptions): DataSource {
  const { lambda, dynamodb, api } = options;
  switch (model.kind) {
    case 'none':
      return createNoneDataSource(model.name);
    case 'lambda':
      return createLambdaDataSource({ name: model.name, functionName: model.functionName, lambda });
    case 'dynamodb':
      return createDynamoDbDataSource({
        name: model.name,
        tableName: model.tableName,
        apiId: api.id,
        dynamodb,
      });
    case 'http':
      return createHttpDataSource({ ...model, ...signerOf(model, options.now ?? Date.now) });
    case 'eventbridge':
      return createEventBridgeDataSource({ ...model, events: options.events });
    case 'unsupported':
      return createUnsupportedDataSource(model.name, model.type);
    default:
      return assertNever(model);
  }
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
