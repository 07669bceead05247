/** AppSync and CloudFormation limits that an emitted API must fit; service quotas checked 2026-11-21. */
import { createDiagnostic } from '../diagnostics/create-diagnostic.ts';
import type { AppSyncApi } from '../model/appsync-api.ts';
import type { Diagnostic } from '../model/diagnostic.ts';

/** Characters. AppSync API reference, Resolver and Function `code`. */
export const MAX_CODE_CHARS = 32_768;
/** Functions in one pipeline resolver. AppSync service quotas. */
export const MAX_PIPELINE_FUNCTIONS = 10;
/** Bytes of a schema document. AppSync service quotas. */
export const MAX_SCHEMA_BYTES = 1_000_000;
/** Resources in one stack. CloudFormation quotas. */
export const MAX_STACK_RESOURCES = 500;
/** Resources of the gateway besides resolvers, functions and data sources: API, schema, key, log group, roles. */
const FIXED_RESOURCES = 10;
/** A data source comes with a role and a policy. */
const RESOURCES_PER_DATA_SOURCE = 3;

export function checkLimits(api: AppSyncApi): Diagnostic[] {
  return [...checkCode(api), ...checkPipelines(api), ...checkSchemaSize(api), ...checkResourceCount(api)];
}

/** CloudFormation resources that the gateway stack needs, about. */
export function countResources(api: AppSyncApi): number {
  return (
    FIXED_RESOURCES +
    api.resolvers.length +
    api.functions.length +
    api.dataSources.length * RESOURCES_PER_DATA_SOURCE
  );
}

function checkCode(api: AppSyncApi): Diagnostic[] {
  const modules = [
    ...api.resolvers.map(({ typeName, fieldName, code }) => ({
      place: `resolver ${typeName}.${fieldName}`,
      code,
    })),
    ...api.functions.map(({ name, code }) => ({ place: `function ${name}`, code })),
  ];
  return modules
    .filter(({ code }) => code.length > MAX_CODE_CHARS)
    .map(({ place, code }) =>
      createDiagnostic('APPSYNC_CODE_TOO_LARGE', { place, chars: code.length, limit: MAX_CODE_CHARS }),
    );
}

function checkPipelines(api: AppSyncApi): Diagnostic[] {
  return api.resolvers.flatMap((resolver) =>
    resolver.kind === 'pipeline' && resolver.functions.length > MAX_PIPELINE_FUNCTIONS
      ? [
          createDiagnostic('APPSYNC_TOO_MANY_FUNCTIONS', {
            place: `${resolver.typeName}.${resolver.fieldName}`,
            count: resolver.functions.length,
            limit: MAX_PIPELINE_FUNCTIONS,
          }),
        ]
      : [],
  );
}

function checkSchemaSize(api: AppSyncApi): Diagnostic[] {
  const bytes = new TextEncoder().encode(api.schema).length;
  return bytes > MAX_SCHEMA_BYTES
    ? [createDiagnostic('APPSYNC_SCHEMA_TOO_LARGE', { bytes, limit: MAX_SCHEMA_BYTES })]
    : [];
}

function checkResourceCount(api: AppSyncApi): Diagnostic[] {
  const count = countResources(api);
  return count > MAX_STACK_RESOURCES
    ? [createDiagnostic('APPSYNC_TOO_MANY_RESOURCES', { count, limit: MAX_STACK_RESOURCES })]
    : [];
}
