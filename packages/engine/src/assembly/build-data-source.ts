import type { DataSourceModel } from '../model/app-model.ts';
import { readProperties } from './resource-properties.ts';
import type { StackScope } from './stack-scope.ts';
import type { TemplateResource } from './template.ts';

/** AWS::AppSync::DataSource. Types that the engine does not run stay in the model, so that their fields can say so. */
export function buildDataSource(scope: StackScope, resource: TemplateResource): DataSourceModel {
  const properties = readProperties(scope, resource);
  const name = properties.text('Name');
  const type = properties.text('Type');
  switch (type) {
    case 'NONE':
      return { kind: 'none', name };
    case 'AWS_LAMBDA':
      return {
        kind: 'lambda',
        name,
        functionName: functionNameOf(properties.record('LambdaConfig')['LambdaFunctionArn']),
      };
    case 'AMAZON_DYNAMODB':
      return { kind: 'dynamodb', name, tableName: String(properties.record('DynamoDBConfig')['TableName']) };
    case 'HTTP': {
      const { Endpoint: endpoint, AuthorizationConfig: authorization } = properties.record('HttpConfig');
      return { kind: 'http', name, endpoint: String(endpoint), isSigned: authorization !== undefined };
    }
    case 'AMAZON_EVENTBRIDGE':
      return {
        kind: 'eventbridge',
        name,
        eventBusArn: String(properties.record('EventBridgeConfig')['EventBusArn']),
      };
    default:
      return { kind: 'unsupported', name, type };
  }
}

/** `arn:aws:lambda:<region>:<account>:function:<name>[:<version or alias>]` or a plain name. */
export function functionNameOf(arn: unknown): string {
  const parts = String(arn).split(':');
  return parts[0] === 'arn' ? (parts[6] ?? '') : String(arn);
}
