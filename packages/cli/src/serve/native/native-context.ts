/** What native resolvers are made from. */
import type { Compilation, FieldModel, ResolverPlan } from '@tributary/compiler';
import type { SubgraphClient } from '@tributary/http-subgraph';

export interface NativeContext {
  readonly compilation: Compilation;
  /** By subgraph name. */
  readonly clients: ReadonlyMap<string, SubgraphClient>;
}

/** Where a resolver calls a subgraph, as traces name it. */
export interface CallSite {
  readonly client: SubgraphClient;
  readonly dataSource: string;
  /** `Type.field`, or `Type.field/functionName` in a pipeline. */
  readonly resolver: string;
}

/** @throws Error for a subgraph that is not asked over HTTP */
export function callSite({ clients }: NativeContext, subgraph: string, resolver: string): CallSite {
  const client = clients.get(subgraph);
  if (client === undefined) throw new Error(`Internal error: subgraph "${subgraph}" has no client.`);
  return { client, dataSource: subgraph.replaceAll('-', '_'), resolver };
}

/** With the arguments that clients do not see too: a subgraph gets their defaults. */
export function fieldOf(
  { compilation }: NativeContext,
  { typeName, fieldName }: Pick<ResolverPlan, 'typeName' | 'fieldName'>,
): FieldModel {
  const field = compilation.model.types.get(typeName)?.fields.get(fieldName);
  if (field !== undefined) return field;
  throw new Error(`Internal error: there is no field ${typeName}.${fieldName}.`);
}
