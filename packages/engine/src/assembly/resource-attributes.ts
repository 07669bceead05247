/**
 * What `Ref` and `Fn::GetAtt` of a resource give: names and ARNs that are derived from stack and logical id, so that
 * they are the same on every start.
 */
import { STREAM_LABEL } from '../model/stream-label.ts';
import { FIRST_VERSION, resourceArn } from './resource-arn.ts';
import { derivedResourceId, physicalName, userPoolId } from './resource-names.ts';
import type { ResourceSurroundings } from './resource-names.ts';
import type { TemplateResource } from './template.ts';

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

function userPoolProvider(resource: TemplateResource, around: ResourceSurroundings): string {
  return `cognito-idp.${around.region}.amazonaws.com/${userPoolId(resource, around)}`;
}
