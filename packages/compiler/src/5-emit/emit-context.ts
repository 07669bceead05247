/** What the emission of resolvers collects: functions and data sources, by name. */
import type { SubgraphShape } from '@tributary/http-subgraph';
import type { EmittedDataSource, EmittedFunction } from '../model/appsync-api.ts';
import type { FederationModel } from '../model/federation-model.ts';

/** What emission must know of a subgraph besides its plans. */
export type EmittedSubgraph =
  | { readonly kind: 'lambda'; readonly name: string; readonly maxBatchSize: number }
  | {
      readonly kind: 'http';
      readonly name: string;
      readonly maxBatchSize: number;
      readonly shape: SubgraphShape;
    }
  | { readonly kind: 'dynamodb'; readonly name: string };

export interface EmitContext {
  readonly model: FederationModel;
  readonly subgraphs: ReadonlyMap<string, EmittedSubgraph>;
  readonly dataSources: Map<string, EmittedDataSource>;
  readonly functions: Map<string, EmittedFunction>;
}

export function createContext(model: FederationModel, subgraphs: readonly EmittedSubgraph[]): EmitContext {
  return {
    model,
    subgraphs: new Map(subgraphs.map((subgraph) => [subgraph.name, subgraph])),
    dataSources: new Map(),
    functions: new Map(),
  };
}

/** @returns the function's name */
export function addFunction(context: EmitContext, emitted: EmittedFunction): string {
  context.functions.set(emitted.name, emitted);
  return emitted.name;
}
