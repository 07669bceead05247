/** Resolvers as they run: code loaded, data sources looked up. */
import type { DataSource, LambdaDataSource } from '../../data-sources/index.ts';
import type { LoadedCode } from '../../runtime/contract.ts';
import type { NativeResolver } from './native-resolver.ts';

/** Handlers around one call of a data source: a unit resolver, or a function of a pipeline. */
export interface ResolverStep {
  /** `Type.field`, or `Type.field/functionName`. */
  readonly label: string;
  readonly dataSource: DataSource;
  readonly code: LoadedCode;
  /** Lambda only; 0: no batching configured. */
  readonly maxBatchSize: number;
}

export type FieldResolver =
  CodedResolver | { readonly kind: 'native'; readonly label: string; readonly resolve: NativeResolver };

/** A resolver that runs for one place of the response at a time. */
export type CodedResolver =
  | { readonly kind: 'unit'; readonly step: ResolverStep }
  | {
      readonly kind: 'pipeline';
      readonly label: string;
      readonly code: LoadedCode;
      readonly steps: readonly ResolverStep[];
    }
  /** A Lambda data source without handlers: the function gets the whole context. */
  | {
      readonly kind: 'direct-lambda';
      readonly label: string;
      readonly dataSource: LambdaDataSource;
      readonly maxBatchSize: number;
    };
