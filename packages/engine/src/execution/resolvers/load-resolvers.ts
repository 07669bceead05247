import type { DataSource } from '../../data-sources/index.ts';
import type { ApiModel, ResolverModel } from '../../model/app-model.ts';
import type { CodeError, LoadOptions, LoadResult, LoadedCode } from '../../runtime/contract.ts';
import type { FieldResolver, ResolverStep } from './field-resolver.ts';
import type { NativeResolver } from './native-resolver.ts';

export type LoadCode = (source: string, options: LoadOptions) => LoadResult;

export interface LoadResolversOptions {
  readonly api: Pick<ApiModel, 'functions' | 'resolvers'>;
  readonly dataSources: ReadonlyMap<string, DataSource>;
  /** By `Type.field`: in place of the model's code, which is not loaded. */
  readonly natives?: ReadonlyMap<string, NativeResolver> | undefined;
  readonly loadCode: LoadCode;
  readonly clock: { readonly now?: () => number; readonly random?: () => number };
}

export type LoadResolversResult =
  | { readonly ok: true; readonly resolvers: ReadonlyMap<string, FieldResolver> }
  | { readonly ok: false; readonly errors: readonly string[] };

/** AWS AppSync quotas, "Number of functions per pipeline resolver" (2026-11). */
const MAX_PIPELINE_FUNCTIONS = 10;

/** Loads every resolver of an API, keyed `Type.field`; faults of the code come with resolver, line and column. */
export function loadResolvers(options: LoadResolversOptions): LoadResolversResult {
  const errors: string[] = [];
  const loader = createLoader(options, errors);
  const resolvers = new Map<string, FieldResolver>();
  for (const model of options.api.resolvers) {
    const resolver = loader.load(model);
    if (resolver !== undefined) resolvers.set(`${model.typeName}.${model.fieldName}`, resolver);
  }
  return errors.length > 0 ? { ok: false, errors } : { ok: true, resolvers };
}

function createLoader(options: LoadResolversOptions, errors: string[]) {
  const { api, dataSources, loadCode, clock } = options;
  const functions = new Map(api.functions.map((model) => [model.functionId, model]));
  const loadedFunctions = new Map<string, LoadedCode | undefined>();

  const loadText = (name: string, source: string): LoadedCode | undefined => {
    const result = loadCode(source, { name, ...clock });
    if (result.ok) return result.code;
    errors.push(...result.errors.map((error) => formatCodeError(name, error)));
    return undefined;
  };
  const findSource = (label: string, name: string): DataSource | undefined => {
    const source = dataSources.get(name);
    if (source === undefined) errors.push(`${label}: there is no data source "${name}"`);
    return source;
  };

  const loadStep = (resolver: string, functionId: string): ResolverStep | undefined => {
    const model = functions.get(functionId);
    if (model === undefined) {
      errors.push(`${resolver}: there is no pipeline function with the id "${functionId}"`);
      return undefined;
    }
    const label = `${resolver}/${model.name}`;
    if (!loadedFunctions.has(functionId)) loadedFunctions.set(functionId, loadText(model.name, model.code));
    const code = loadedFunctions.get(functionId);
    const dataSource = findSource(label, model.dataSourceName);
    if (code === undefined || dataSource === undefined) return undefined;
    return { label, dataSource, code, maxBatchSize: model.maxBatchSize };
  };

  const load = (model: ResolverModel): FieldResolver | undefined => {
    const label = `${model.typeName}.${model.fieldName}`;
    const native = options.natives?.get(label);
    if (native !== undefined) return { kind: 'native', label, resolve: native };
    if (model.kind === 'pipeline') {
      const count = model.functionIds.length;
      if (count > MAX_PIPELINE_FUNCTIONS) {
        errors.push(
          `${label}: a pipeline has at most ${MAX_PIPELINE_FUNCTIONS} functions. Received: ${count}`,
        );
      }
      const code = loadText(label, model.code);
      const steps = model.functionIds.map((id) => loadStep(label, id)).filter((step) => step !== undefined);
      return code === undefined ? undefined : { kind: 'pipeline', label, code, steps };
    }
    const dataSource = findSource(label, model.dataSourceName);
    if (model.code !== undefined) {
      const code = loadText(label, model.code);
      if (code === undefined || dataSource === undefined) return undefined;
      return { kind: 'unit', step: { label, dataSource, code, maxBatchSize: model.maxBatchSize } };
    }
    if (dataSource === undefined) return undefined;
    if (dataSource.kind !== 'lambda') {
      errors.push(
        `${label}: a resolver without code needs a Lambda data source. Received: "${dataSource.name}"`,
      );
      return undefined;
    }
    return { kind: 'direct-lambda', label, dataSource, maxBatchSize: model.maxBatchSize };
  };
  return { load };
}

function formatCodeError(name: string, error: CodeError): string {
  return `${name}:${error.location.line}:${error.location.column}: ${error.value}`;
}
