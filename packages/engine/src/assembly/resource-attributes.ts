/**
 * What `Ref` and `Fn::GetAtt` of a resource give: names and ARNs that are derived from stack and logical id, so that
 * they are the same on every start.
 */
import { STREAM_LABEL } from '../model/stream-label.ts';
import type { TemplateResource } from './template.ts';
import { deriveId } from './derived-id.ts';

export interface ResourceSurroundings {
  readonly stackName: string;
  readonly region: string;
  readonly accountId: string;
  readonly apiUrl: string;
  /** A property of the resource as text; undefined when absent or not text. */
  readonly property: (name: string) => string | undefined;
}

/** Where a type lets the template choose the physical name. */
const NAME_PROPERTY: Readonly<Record<string, string>> = {
  'AWS::DynamoDB::Table': 'TableName',
  'AWS::DynamoDB::GlobalTable': 'TableName',
  'AWS::Lambda::Function': 'FunctionName',
  'AWS::SSM::Parameter': 'Name',
  'AWS::SecretsManager::Secret': 'Name',
  'AWS::Lambda::LayerVersion': 'LayerName',
  'AWS::Logs::LogGroup': 'LogGroupName',
  'AWS::IAM::Role': 'RoleName',
  'AWS::IAM::User': 'UserName',
  'AWS::IAM::Group': 'GroupName',
  'AWS::IAM::ManagedPolicy': 'ManagedPolicyName',
  'AWS::SQS::Queue': 'QueueName',
  'AWS::SNS::Topic': 'TopicName',
  'AWS::S3::Bucket': 'BucketName',
  'AWS::Events::EventBus': 'Name',
  'AWS::Events::Rule': 'Name',
  'AWS::AppSync::DataSource': 'Name',
  'AWS::Cognito::UserPoolGroup': 'GroupName',
};

export function physicalName(resource: TemplateResource, around: ResourceSurroundings): string {
  const property = NAME_PROPERTY[resource.type];
  const chosen = property === undefined ? undefined : around.property(property);
  // SQS demands the ending of the names of FIFO queues, and so generates it.
  const isFifoQueue = resource.type === 'AWS::SQS::Queue' && resource.properties['FifoQueue'] === true;
  return chosen ?? `${around.stackName}-${resource.logicalId}${isFifoQueue ? '.fifo' : ''}`;
}

/** 26 characters, as AWS gives to APIs, functions and keys. */
export function derivedResourceId(resource: TemplateResource, around: ResourceSurroundings): string {
  return deriveId(resource.type, around.stackName, resource.logicalId);
}

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
const FIRST_VERSION = '1';

function functionArn(around: ResourceSurroundings): string {
  const reference = around.property('FunctionName') ?? '';
  if (reference.startsWith('arn:')) return reference;
  return `arn:aws:lambda:${around.region}:${around.accountId}:function:${reference}`;
}

/** CloudFormation template reference, "Return values", Ref. */
export function resourceRef(resource: TemplateResource, around: ResourceSurroundings): string {
  switch (resource.type) {
    case 'AWS::Lambda::Version':
    case 'AWS::Lambda::Alias':
    case 'AWS::AppSync::GraphQLApi':
    case 'AWS::AppSync::Resolver':
    case 'AWS::AppSync::FunctionConfiguration':
    case 'AWS::AppSync::DataSource':
    case 'AWS::AppSync::ApiKey':
    case 'AWS::SNS::Topic':
    case 'AWS::Lambda::LayerVersion':
    case 'AWS::SecretsManager::Secret':
    case 'AWS::IAM::ManagedPolicy':
      return resourceArn(resource, around);
    case 'AWS::SQS::Queue':
      return queueUrl(resource, around);
    case 'AWS::Cognito::UserPool':
      return userPoolId(resource, around);
    case 'AWS::Cognito::UserPoolClient':
      return derivedResourceId(resource, around);
    case 'AWS::SecretsManager::SecretTargetAttachment':
      return around.property('SecretId') ?? '';
    case 'AWS::AppSync::GraphQLSchema':
      return `${around.property('ApiId') ?? ''}GraphQLSchema`;
    default:
      return physicalName(resource, around);
  }
}

/** CloudFormation template reference, "Return values", Fn::GetAtt. Unknown attributes get a text that names them. */
export function resourceAttribute(
  resource: TemplateResource,
  attribute: string,
  around: ResourceSurroundings,
): string {
  switch (attribute) {
    case 'Arn':
    case 'FunctionArn':
    case 'DataSourceArn':
    case 'ResolverArn':
    case 'PolicyArn':
      return resourceArn(resource, around);
    case 'QueueName':
      return physicalName(resource, around);
    case 'QueueUrl':
      return queueUrl(resource, around);
    case 'StreamArn':
      return `${resourceArn(resource, around)}/stream/${STREAM_LABEL}`;
    case 'ApiId':
    case 'ApiKeyId':
    case 'FunctionId':
      return derivedResourceId(resource, around);
    case 'Id':
      if (resource.type === 'AWS::SecretsManager::Secret') return resourceArn(resource, around);
      return derivedResourceId(resource, around);
    case 'ApiKey':
      return localApiKey(resource, around);
    case 'GraphQLUrl':
      return `${around.apiUrl}/graphql`;
    case 'GraphQLDns':
    case 'RealtimeDns':
      return new URL(around.apiUrl).host;
    case 'RealtimeUrl':
      return `${around.apiUrl.replace(/^http/, 'ws')}/graphql/realtime`;
    case 'Version':
      return FIRST_VERSION;
    case 'UserPoolId':
      return resource.type === 'AWS::Cognito::UserPool'
        ? userPoolId(resource, around)
        : (around.property(attribute) ?? '');
    case 'ClientId':
      return derivedResourceId(resource, around);
    case 'ProviderName':
      return userPoolProvider(resource, around);
    case 'ProviderURL':
      return `https://${userPoolProvider(resource, around)}`;
    default:
      return around.property(attribute) ?? `${physicalName(resource, around)}.${attribute}`;
  }
}

function queueUrl(resource: TemplateResource, around: ResourceSurroundings): string {
  const { region, accountId } = around;
  return `https://sqs.${region}.amazonaws.com/${accountId}/${physicalName(resource, around)}`;
}

/** The service never tells a key's secret before deployment; this one stands in for it here. */
export function localApiKey(resource: TemplateResource, around: ResourceSurroundings): string {
  return `da2-${derivedResourceId(resource, around)}`;
}

/** As Cognito forms them: the region, and 9 letters and digits. */
function userPoolId(resource: TemplateResource, around: ResourceSurroundings): string {
  return `${around.region}_${derivedResourceId(resource, around).slice(0, USER_POOL_ID_CHARS)}`;
}

const USER_POOL_ID_CHARS = 9;

/** Secrets Manager ends ARNs in a hyphen and six characters of its own. */
function secretSuffix(resource: TemplateResource, around: ResourceSurroundings): string {
  return derivedResourceId(resource, around).slice(0, SECRET_SUFFIX_CHARS);
}

const SECRET_SUFFIX_CHARS = 6;

function userPoolProvider(resource: TemplateResource, around: ResourceSurroundings): string {
  return `cognito-idp.${around.region}.amazonaws.com/${userPoolId(resource, around)}`;
}
