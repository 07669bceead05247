/** ARNs of resources. Service Authorization Reference, "Resource types defined by" each service. */
import { derivedResourceId, physicalName, secretSuffix, userPoolId } from './resource-names.ts';
import type { ResourceSurroundings } from './resource-names.ts';
import type { TemplateResource } from './template.ts';

export function resourceArn(resource: TemplateResource, around: ResourceSurroundings): string {
  const { region, accountId } = around;
  const name = physicalName(resource, around);
  const arn = (service: string, rest: string): string => `arn:aws:${service}:${region}:${accountId}:${rest}`;
  switch (resource.type) {
    case 'AWS::DynamoDB::Table':
    case 'AWS::DynamoDB::GlobalTable':
      return arn('dynamodb', `table/${name}`);
    case 'AWS::Lambda::Function':
      return arn('lambda', `function:${name}`);
    case 'AWS::Lambda::Version':
      return `${functionArn(around)}:${FIRST_VERSION}`;
    case 'AWS::Lambda::Alias':
      return `${functionArn(around)}:${around.property('Name') ?? resource.logicalId}`;
    case 'AWS::AppSync::GraphQLApi':
      return arn('appsync', `apis/${derivedResourceId(resource, around)}`);
    case 'AWS::AppSync::Resolver':
    case 'AWS::AppSync::FunctionConfiguration':
    case 'AWS::AppSync::DataSource':
    case 'AWS::AppSync::ApiKey':
      return arn('appsync', `${resource.logicalId}/${derivedResourceId(resource, around)}`);
    case 'AWS::Events::EventBus':
      return arn('events', `event-bus/${name}`);
    case 'AWS::Events::Rule':
      return arn('events', `rule/${name}`);
    case 'AWS::Cognito::UserPool':
      return arn('cognito-idp', `userpool/${userPoolId(resource, around)}`);
    case 'AWS::IAM::Role':
      return `arn:aws:iam::${accountId}:role/${name}`;
    case 'AWS::IAM::User':
      return `arn:aws:iam::${accountId}:user/${name}`;
    case 'AWS::IAM::ManagedPolicy':
      return `arn:aws:iam::${accountId}:policy/${name}`;
    case 'AWS::Logs::LogGroup':
      return arn('logs', `log-group:${name}:*`);
    case 'AWS::Lambda::LayerVersion':
      return arn('lambda', `layer:${name}:${FIRST_VERSION}`);
    case 'AWS::SecretsManager::Secret':
      return arn('secretsmanager', `secret:${name}-${secretSuffix(resource, around)}`);
    case 'AWS::SSM::Parameter':
      return arn('ssm', `parameter/${name.replace(/^\//, '')}`);
    default:
      return arn((resource.type.split('::')[1] ?? 'unknown').toLowerCase(), name);
  }
}

/** Local functions have one version. */
export const FIRST_VERSION = '1';

function functionArn(around: ResourceSurroundings): string {
  const reference = around.property('FunctionName') ?? '';
  if (reference.startsWith('arn:')) return reference;
  return `arn:aws:lambda:${around.region}:${around.accountId}:function:${reference}`;
}
