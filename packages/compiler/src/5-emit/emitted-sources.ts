/** The data sources that resolvers and functions use; each is noted when something asks for it. */
import type { EmittedDataSource } from '../model/appsync-api.ts';
import { invariant } from '../model/result.ts';
import type { EmitContext } from './emit-context.ts';

/** Events for one BatchInvoke of an entity reader. AppSync accepts 1 to 2,000 (service quotas, 2026-11-21). */
const ENTITY_READER_BATCH_SIZE = 1_000;
const NONE_DATA_SOURCE = 'none';

/** For a resolver by hand: the subgraph's table; none for subscriptions. */
export function handwrittenSource(context: EmitContext, typeName: string, subgraph: string): string {
  const isSubscription = context.model.rootTypes.subscription === typeName;
  return isSubscription ? noneSource(context) : tableSource(context, subgraph);
}

function addSource(context: EmitContext, source: EmittedDataSource): string {
  context.dataSources.set(source.name, source);
  return source.name;
}

export function noneSource(context: EmitContext): string {
  return addSource(context, { kind: 'none', name: NONE_DATA_SOURCE });
}

function tableSource(context: EmitContext, subgraph: string): string {
  return addSource(context, { kind: 'dynamodb', name: sourceName(subgraph), subgraph });
}

/** The subgraph's handler, or the adapter of its server. */
export function lambdaSource(context: EmitContext, subgraph: string) {
  const owner = context.subgraphs.get(subgraph);
  invariant(owner?.kind === 'lambda' || owner?.kind === 'http', `subgraph ${subgraph} has no Lambda`);
  const name = sourceName(subgraph);
  const dataSource = addSource(
    context,
    owner.kind === 'http'
      ? { kind: 'http', name, subgraph, shape: owner.shape }
      : { kind: 'lambda', name, subgraph },
  );
  return { dataSource, maxBatchSize: owner.maxBatchSize };
}

/** True for a subgraph that is asked by events, not by operations. */
export function isHandler(context: EmitContext, subgraph: string): boolean {
  return context.subgraphs.get(subgraph)?.kind === 'lambda';
}

/** Who answers `_entities` for a subgraph: its Lambda handler, or the reader of its table. */
export function entitySource(context: EmitContext, subgraph: string) {
  if (context.subgraphs.get(subgraph)?.kind !== 'dynamodb') return lambdaSource(context, subgraph);
  const name = `${sourceName(subgraph)}_entities`;
  return {
    dataSource: addSource(context, { kind: 'entity-reader', name, subgraph }),
    maxBatchSize: ENTITY_READER_BATCH_SIZE,
  };
}

/** Names of data sources are letters, digits and underscores. */
export function sourceName(subgraph: string): string {
  return subgraph.replaceAll('-', '_');
}
