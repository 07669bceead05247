/** What the applications of this folder have in common: an API from SDL text, resolvers from code text, functions. */
import { Code, Definition, FunctionRuntime, GraphqlApi } from 'aws-cdk-lib/aws-appsync';
import type { BaseDataSource, IGraphqlApi, ISchema } from 'aws-cdk-lib/aws-appsync';
import { Duration } from 'aws-cdk-lib';
import { AttributeType, Table } from 'aws-cdk-lib/aws-dynamodb';
import type { ITable, TableProps } from 'aws-cdk-lib/aws-dynamodb';
import { Code as LambdaCode, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';

export function apiOf(scope: Construct, sdl: string): GraphqlApi {
  // The CDK hands over the API itself, typed as less than that.
  const bind: ISchema['bind'] = (api) => ({ apiId: (api as IGraphqlApi).apiId, definition: sdl });
  const definition = Definition.fromSchema({ bind });
  return new GraphqlApi(scope, 'Api', { name: 'sample', definition });
}

/** A unit resolver on `Type.field`. */
export function attach(source: BaseDataSource, path: string, code: string, maxBatchSize?: number): void {
  const [typeName = '', fieldName = ''] = path.split('.');
  source.createResolver(`${typeName}${fieldName}Resolver`, {
    typeName,
    fieldName,
    code: Code.fromInline(code),
    runtime: FunctionRuntime.JS_1_0_0,
    ...(maxBatchSize === undefined ? {} : { maxBatchSize }),
  });
}

export function functionOf(
  scope: Construct,
  id: string,
  options: { code: string; environment?: Record<string, string>; timeoutSeconds?: number },
): LambdaFunction {
  const { code, environment = {}, timeoutSeconds = 10 } = options;
  return new LambdaFunction(scope, id, {
    runtime: Runtime.NODEJS_22_X,
    handler: 'index.handler',
    code: LambdaCode.fromInline(code),
    timeout: Duration.seconds(timeoutSeconds),
    environment,
  });
}

/** As the interface, which under exactOptionalPropertyTypes the class does not quite fit. */
export function tableOf(scope: Construct, id: string, props: Partial<TableProps> = {}): ITable {
  return new Table(scope, id, {
    partitionKey: { name: 'id', type: AttributeType.STRING },
    ...props,
  }) as ITable;
}

/** Reads the whole table. */
export const SCAN = `
import { scan } from '@aws-appsync/utils/dynamodb';
export const request = () => scan({});
export const response = (ctx) => ctx.result.items;
`;

/** Function code that keeps `{ id, text }` in the table of its environment. */
export const KEEP = `
const { DynamoDBClient, PutItemCommand } = require('@aws-sdk/client-dynamodb');
const client = new DynamoDBClient({});
const keep = (id, value) => client.send(new PutItemCommand({
  TableName: process.env.TABLE,
  Item: { id: { S: id }, text: { S: typeof value === 'string' ? value : JSON.stringify(value) } },
}));
`;
