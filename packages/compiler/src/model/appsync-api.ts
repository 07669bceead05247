/** The compiler's output: an AppSync API as plain data, which `@tributary/cdk` turns into resources. */
import type { SubgraphShape } from '@tributary/http-subgraph';

export interface AppSyncApi {
  /** SDL in AppSync's dialect. */
  readonly schema: string;
  /** The supergraph (join specification) that the API was compiled from. */
  readonly supergraphSdl: string;
  readonly dataSources: readonly EmittedDataSource[];
  readonly functions: readonly EmittedFunction[];
  readonly resolvers: readonly EmittedResolver[];
}

/** Data source names are letters, digits and underscores. */
export type EmittedDataSource =
  | { readonly kind: 'none'; readonly name: string }
  /** The subgraph's Lambda handler. */
  | { readonly kind: 'lambda'; readonly name: string; readonly subgraph: string }
  /** The adapter function of a GraphQL-over-HTTP subgraph. */
  | { readonly kind: 'http'; readonly name: string; readonly subgraph: string; readonly shape: SubgraphShape }
  /** The subgraph's table. */
  | { readonly kind: 'dynamodb'; readonly name: string; readonly subgraph: string }
  /** The entity reader: a small Lambda that answers `_entities` from the subgraph's table in batches. */
  | { readonly kind: 'entity-reader'; readonly name: string; readonly subgraph: string };

export interface EmittedFunction {
  readonly name: string;
  readonly dataSource: string;
  readonly code: string;
  /** 0: no batching. */
  readonly maxBatchSize: number;
  /** One line for people: what the function fetches. */
  readonly description: string;
}

export type EmittedResolver =
  | {
      readonly kind: 'unit';
      readonly typeName: string;
      readonly fieldName: string;
      readonly dataSource: string;
      readonly code: string;
      readonly maxBatchSize: number;
    }
  | {
      readonly kind: 'pipeline';
      readonly typeName: string;
      readonly fieldName: string;
      readonly code: string;
      /** Names of functions, in order; 1 to 10. */
      readonly functions: readonly string[];
    };
