import type { DataSourceModel } from '../model/app-model.ts';
import { isRecord } from '../model/is-record.ts';
import { readProperties } from './resource-properties.ts';
import type { StackScope } from './stack-scope.ts';
import type { TemplateResource } from './template.ts';

/** AWS::AppSync::DataSource. Types that the engine does not run stay in the model, so that their fields can say so. */
export function buildDataSource(scope: StackScope, resource: TemplateResource): DataSourceModel {
  const properties = readProperties(scope, resource);
  const name = properties.text('Name');
  const type = properties.text('Type');
  const roleArn = properties.optionalText('ServiceRoleArn');
  const role = roleArn === undefined ? {} : { roleArn };
  switch (type) {
    case 'NONE':
      return { kind: 'none', name };
    case 'AWS_LAMBDA': {
      const functionArn = String(properties.record('LambdaConfig')['LambdaFunctionArn']);
      const functionName = functionNameOf(functionArn);
      return { kind: 'lambda', name, functionName, functionArn, ...role };
    }
    case 'AMAZON_DYNAMODB':
      return {
        kind: 'dynamodb',
        name,
        tableName: String(properties.record('DynamoDBConfig')['TableName']),
        ...role,
      };
    case 'HTTP': {
      const { Endpoint: endpoint, AuthorizationConfig: authorization } = properties.record('HttpConfig');
      const signing = readSigning(authorization, scope.region);
      return {
        kind: 'http',
        name,
        endpoint: String(endpoint),
        ...(signing === undefined ? {} : { signing: { ...signing, roleArn: roleArn ?? '' } }),
      };
    }
    case 'AMAZON_EVENTBRIDGE':
      return {
        kind: 'eventbridge',
        name,
        eventBusArn: String(properties.record('EventBridgeConfig')['EventBusArn']),
        ...role,
      };
    default:
      return { kind: 'unsupported', name, type };
  }
}

/** `HttpConfig.AuthorizationConfig`. CloudFormation template reference, "AWS::AppSync::DataSource AwsIamConfig". */
function readSigning(
  authorization: unknown,
  defaultRegion: string,
): { readonly region: string; readonly service: string } | undefined {
  if (!isRecord(authorization)) return undefined;
  const { AwsIamConfig: config } = authorization;
  const { SigningRegion: region, SigningServiceName: service } = isRecord(config) ? config : {};
  return {
    region: typeof region === 'string' ? region : defaultRegion,
    service: typeof service === 'string' ? service : 'execute-api',
  };
}

/** `arn:aws:lambda:<region>:<account>:function:<name>[:<version or alias>]` or a plain name. */
export function functionNameOf(arn: unknown): string {
  const parts = String(arn).split(':');
  return parts[0] === 'arn' ? (parts[6] ?? '') : String(arn);
}
