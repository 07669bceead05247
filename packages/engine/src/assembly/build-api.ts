/** AWS::AppSync::GraphQLApi with everything that names it: schema, keys, data sources, functions, resolvers. */
import type { ApiKeyModel, ApiModel, AuthenticationType, DataSourceModel } from '../model/app-model.ts';
import { isRecord } from '../model/is-record.ts';
import { withPermission } from './authorizer-permission.ts';
import { buildApiCache } from './build-caching.ts';
import { buildAuthenticationProviders } from './build-authentication-providers.ts';
import { buildDataSource } from './build-data-source.ts';
import { checkAuthentication } from './check-authentication.ts';
import { TEMPLATE_DATA_SOURCE, buildPipelineFunction, buildResolver } from './build-resolvers.ts';
import { AssemblyFault } from './load-assembly-options.ts';
import { localApiKey } from './resource-attributes.ts';
import { derivedResourceId } from './resource-names.ts';
import { readProperties } from './resource-properties.ts';
import { readTextAsset } from './read-text-asset.ts';
import type { StackScope } from './stack-scope.ts';
import type { TemplateResource } from './template.ts';

export interface ScopedResource {
  readonly scope: StackScope;
  readonly resource: TemplateResource;
}

/** AWS AppSync developer guide, "ResolverCountLimit": 0 stands for this many. */
const MAX_RESOLVER_COUNT = 10_000;

const AUTHENTICATION_TYPES: Readonly<Record<string, AuthenticationType>> = {
  API_KEY: 'API_KEY',
  AWS_IAM: 'AWS_IAM',
  AMAZON_COGNITO_USER_POOLS: 'AMAZON_COGNITO_USER_POOLS',
  OPENID_CONNECT: 'OPENID_CONNECT',
  AWS_LAMBDA: 'AWS_LAMBDA',
};

/** @param all every resource of the selected stacks: parts of an API may live in other stacks than the API */
export async function buildApi(api: ScopedResource, all: readonly ScopedResource[]): Promise<ApiModel> {
  const properties = readProperties(api.scope, api.resource);
  const id = derivedResourceId(api.resource, api.scope.surroundings(api.resource));
  const parts = (type: string): readonly ScopedResource[] =>
    all.filter(
      ({ scope, resource }) =>
        resource.type === type && readProperties(scope, resource).optionalText('ApiId') === id,
    );
  const functions = await Promise.all(
    parts('AWS::AppSync::FunctionConfiguration').map(({ scope, resource }) =>
      buildPipelineFunction(scope, resource),
    ),
  );
  const resolvers = await Promise.all(
    parts('AWS::AppSync::Resolver').map(({ scope, resource }) => buildResolver(scope, resource)),
  );
  const dataSources = parts('AWS::AppSync::DataSource').map(({ scope, resource }) =>
    buildDataSource(scope, resource),
  );
  const [cache] = parts('AWS::AppSync::ApiCache').map(({ scope, resource }) =>
    buildApiCache(readProperties(scope, resource)),
  );
  const name = properties.optionalText('Name') ?? api.resource.logicalId;
  const defaultAuthentication = toAuthentication(properties.optionalText('AuthenticationType'));
  const additionalAuthentication = properties
    .list('AdditionalAuthenticationProviders')
    .map((provider) => toAuthentication(isRecord(provider) ? provider['AuthenticationType'] : undefined));
  const authenticationProviders = buildAuthenticationProviders(api.scope, api.resource).map((provider) =>
    withPermission(provider, all),
  );
  const apiKeys = parts('AWS::AppSync::ApiKey').map(toApiKey);
  checkAuthentication(name, [defaultAuthentication, ...additionalAuthentication], {
    providers: authenticationProviders,
    apiKeyCount: apiKeys.length,
  });
  const resolverCountLimit = properties.optionalNumber('ResolverCountLimit') ?? 0;
  return {
    id,
    name,
    schema: await readSchema(api, parts('AWS::AppSync::GraphQLSchema')),
    defaultAuthentication,
    additionalAuthentication,
    authenticationProviders,
    apiKeys,
    environment: Object.fromEntries(
      Object.entries(properties.record('EnvironmentVariables')).map(([name, value]) => [name, String(value)]),
    ),
    isIntrospectionEnabled: properties.optionalText('IntrospectionConfig') !== 'DISABLED',
    queryDepthLimit: properties.optionalNumber('QueryDepthLimit') ?? 0,
    resolverCountLimit: resolverCountLimit === 0 ? MAX_RESOLVER_COUNT : resolverCountLimit,
    dataSources: withTemplateSource(dataSources, [...functions, ...resolvers]),
    functions,
    resolvers,
    ...(cache === undefined ? {} : { cache }),
  };
}

async function readSchema(api: ScopedResource, schemas: readonly ScopedResource[]): Promise<string> {
  const [schema] = schemas;
  const names = { inline: 'Definition', location: 'DefinitionS3Location' };
  const text = schema === undefined ? undefined : await readTextAsset(schema.scope, schema.resource, names);
  if (text !== undefined) return text;
  throw new AssemblyFault(
    `Stack "${api.scope.stackName}": the API "${api.resource.logicalId}" has no schema.`,
  );
}

function toApiKey({ scope, resource }: ScopedResource): ApiKeyModel {
  return {
    key: localApiKey(resource, scope.surroundings(resource)),
    expiresAtEpochSeconds: readProperties(scope, resource).optionalNumber('Expires'),
  };
}

function toAuthentication(value: unknown): AuthenticationType {
  const type = AUTHENTICATION_TYPES[String(value)];
  if (type === undefined)
    throw new AssemblyFault(`Unknown AuthenticationType of an API. Received: ${JSON.stringify(value)}`);
  return type;
}

function withTemplateSource(
  dataSources: readonly DataSourceModel[],
  users: readonly object[],
): readonly DataSourceModel[] {
  const isUsed = users.some(
    (user) => 'dataSourceName' in user && user.dataSourceName === TEMPLATE_DATA_SOURCE.name,
  );
  return isUsed ? [...dataSources, TEMPLATE_DATA_SOURCE] : dataSources;
}
