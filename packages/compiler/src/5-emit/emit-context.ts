/** What the emission of resolvers collects: functions and data sources, by name. */
import type { SubgraphShape } from '@tributary/http-subgraph';
import type { EmittedDataSource, EmittedFunction } from '../model/appsync-api.ts';
import type { FederationModel } from '../model/federation-model.ts';
import type { ApiPlan } from '../model/resolver-plan.ts';
import { createAlongTables } from './along-tables.ts';
import type { AlongTables } from './along-tables.ts';

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
  readonly along: AlongTables;
  /** Subgraph -> `Type.field` of its joint fields. */
  readonly joint: ReadonlyMap<string, ReadonlySet<string>>;
}

export function createContext(
  model: FederationModel,
  plan: Pick<ApiPlan, 'resolvers' | 'joint'>,
  subgraphs: readonly EmittedSubgraph[],
): EmitContext {
  const handlers = subgraphs.filter(({ kind }) => kind === 'lambda').map(({ name }) => name);
  return {
    model,
    subgraphs: new Map(subgraphs.map((subgraph) => [subgraph.name, subgraph])),
    dataSources: new Map(),
    functions: new Map(),
    along: createAlongTables(model, plan, new Set(handlers)),
    joint: new Map(
      [...plan.joint].map(([subgraph, types]) => {
        const names = types.flatMap(({ typeName, fields }) =>
          fields.map(({ fieldName }) => `${typeName}.${fieldName}`),
        );
        return [subgraph, new Set(names)];
      }),
    ),
  };
}

/** @returns the function's name */
export function addFunction(context: EmitContext, emitted: EmittedFunction): string {
  context.functions.set(emitted.name, emitted);
  return emitted.name;
}
