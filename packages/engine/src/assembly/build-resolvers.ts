/** AWS::AppSync::FunctionConfiguration and AWS::AppSync::Resolver. */
import type { DataSourceModel, PipelineFunctionModel, ResolverModel } from '../model/app-model.ts';
import { buildResolverCaching } from './build-caching.ts';
import { derivedResourceId } from './resource-names.ts';
import { readProperties } from './resource-properties.ts';
import { readTextAsset } from './read-text-asset.ts';
import type { StackScope } from './stack-scope.ts';
import type { TemplateResource } from './template.ts';

const CODE = { inline: 'Code', location: 'CodeS3Location' } as const;

/** Stands in for resolvers in the older template language: their fields answer with an error that names it. */
export const TEMPLATE_DATA_SOURCE: DataSourceModel = {
  kind: 'unsupported',
  name: 'MappingTemplates',
  type: 'VTL mapping templates',
};

const TEMPLATE_CODE =
  'export function request(ctx) { return {}; }\nexport function response(ctx) { return null; }\n';

export async function buildPipelineFunction(
  scope: StackScope,
  resource: TemplateResource,
): Promise<PipelineFunctionModel> {
  const properties = readProperties(scope, resource);
  const code = await readTextAsset(scope, resource, CODE);
  return {
    functionId: derivedResourceId(resource, scope.surroundings(resource)),
    name: properties.text('Name'),
    dataSourceName: code === undefined ? TEMPLATE_DATA_SOURCE.name : properties.text('DataSourceName'),
    code: code ?? TEMPLATE_CODE,
    maxBatchSize: properties.optionalNumber('MaxBatchSize') ?? 0,
  };
}

export async function buildResolver(scope: StackScope, resource: TemplateResource): Promise<ResolverModel> {
  const properties = readProperties(scope, resource);
  const typeName = properties.text('TypeName');
  const fieldName = properties.text('FieldName');
  const code = await readTextAsset(scope, resource, CODE);
  const maxBatchSize = properties.optionalNumber('MaxBatchSize') ?? 0;
  const hasTemplates = TEMPLATE_PROPERTIES.some((name) => resource.properties[name] !== undefined);
  const isPipeline = properties.optionalText('Kind') === 'PIPELINE';
  const caching = buildResolverCaching(properties, `${typeName}.${fieldName}`);
  if (isPipeline && code !== undefined) {
    const { Functions: ids } = properties.record('PipelineConfig');
    return {
      kind: 'pipeline',
      typeName,
      fieldName,
      code,
      functionIds: Array.isArray(ids) ? ids.map(String) : [],
      ...caching,
    };
  }
  if (code === undefined && (hasTemplates || isPipeline)) {
    return {
      kind: 'unit',
      typeName,
      fieldName,
      dataSourceName: TEMPLATE_DATA_SOURCE.name,
      code: TEMPLATE_CODE,
      maxBatchSize: 0,
    };
  }
  return {
    kind: 'unit',
    typeName,
    fieldName,
    dataSourceName: properties.text('DataSourceName'),
    code,
    maxBatchSize,
    ...caching,
  };
}

const TEMPLATE_PROPERTIES = [
  'RequestMappingTemplate',
  'RequestMappingTemplateS3Location',
  'ResponseMappingTemplate',
  'ResponseMappingTemplateS3Location',
] as const;
