/** Names and ids of resources: chosen by the template, or derived from stack and logical id. */
import { deriveId } from './derived-id.ts';
import type { TemplateResource } from './template.ts';

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

/** As Cognito forms them: the region, and 9 letters and digits. */
export function userPoolId(resource: TemplateResource, around: ResourceSurroundings): string {
  return `${around.region}_${derivedResourceId(resource, around).slice(0, USER_POOL_ID_CHARS)}`;
}

const USER_POOL_ID_CHARS = 9;

/** Secrets Manager ends ARNs in a hyphen and six characters of its own. */
export function secretSuffix(resource: TemplateResource, around: ResourceSurroundings): string {
  return derivedResourceId(resource, around).slice(0, SECRET_SUFFIX_CHARS);
}

const SECRET_SUFFIX_CHARS = 6;
