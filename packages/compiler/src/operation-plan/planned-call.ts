/** One data-source call of a query plan. */
import type { Compilation } from '../compile.ts';
import type { AppSyncApi } from '../model/appsync-api.ts';
import type { FetchGroup } from '../model/resolver-plan.ts';

export interface PlannedCall {
  readonly dataSource: string;
  readonly subgraph: string;
  readonly operation: 'Invoke' | 'BatchInvoke' | 'DynamoDB';
  /** Most events in one BatchInvoke; 0 for other calls. More items than that make more calls. */
  readonly maxBatchSize: number;
  /** What is asked for: a field, or entities with their fields. */
  readonly asks: string;
  /** 1 for a call that waits for no other. */
  readonly wave: number;
  /** True: one call for each item of the lists above it, since only Lambda calls are batched. */
  readonly isPerItem: boolean;
  /** True: made only when a value of an abstract type turns out to be of a type that needs it. */
  readonly dependsOnType: boolean;
}

/** A call without its place in the order. */
export type Call = Pick<PlannedCall, 'dataSource' | 'subgraph' | 'operation' | 'asks'>;

/** The call that asks one subgraph for entities. */
export function entityCall(compilation: Compilation, groups: readonly FetchGroup[]): Call {
  const subgraph = groups[0]?.subgraph ?? '';
  const isReader = compilation.api.dataSources.some(
    (one) => one.kind === 'entity-reader' && one.subgraph === subgraph,
  );
  const { dataSource } = sourceOf(subgraph);
  return {
    dataSource: isReader ? `${dataSource}_entities` : dataSource,
    subgraph,
    operation: 'BatchInvoke',
    asks: groups.map(({ typeName, fields }) => `${typeName} { ${fields.join(' ')} }`).join(', '),
  };
}

/** The data source of a subgraph's own fields. */
export function sourceOf(subgraph: string) {
  return { dataSource: subgraph.replaceAll('-', '_'), subgraph };
}

/** Such a subgraph answers with what it is asked for, a Lambda function with all that it has. */
export function isOverHttp(api: AppSyncApi, subgraph: string): boolean {
  return api.dataSources.some((one) => one.kind === 'http' && one.subgraph === subgraph);
}

/** The batch size of a data source's resolvers and functions: one subgraph has one. */
export function batchSizeOf({ api }: Compilation, { dataSource, operation }: Call): number {
  if (operation !== 'BatchInvoke') return 0;
  const users = [...api.functions, ...api.resolvers.filter((resolver) => resolver.kind === 'unit')];
  const sizes = users.flatMap((user) => (user.dataSource === dataSource ? [user.maxBatchSize] : []));
  return Math.max(0, ...sizes);
}
