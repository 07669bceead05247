/** AWS::AppSync::Resolver */
export type ResolverModel = UnitResolverModel | PipelineResolverModel;

export interface UnitResolverModel {
  readonly kind: 'unit';
  readonly typeName: string;
  readonly fieldName: string;
  readonly dataSourceName: string;
  /** undefined: a direct Lambda resolver. */
  readonly code: string | undefined;
  readonly maxBatchSize: number;
  readonly caching?: ResolverCachingModel;
}

export interface PipelineResolverModel {
  readonly kind: 'pipeline';
  readonly typeName: string;
  readonly fieldName: string;
  readonly code: string;
  readonly functionIds: readonly string[];
  readonly caching?: ResolverCachingModel;
}

/** CachingConfig of a resolver. */
export interface ResolverCachingModel {
  /** 1..3600 */
  readonly ttlSeconds: number;
  /** For example `$context.arguments.id`, at most 25; none: arguments, source and identity as a whole. */
  readonly keys: readonly string[];
}

/** AWS::AppSync::FunctionConfiguration */
export interface PipelineFunctionModel {
  readonly functionId: string;
  readonly name: string;
  readonly dataSourceName: string;
  readonly code: string;
  /** 0: no batching. */
  readonly maxBatchSize: number;
}
