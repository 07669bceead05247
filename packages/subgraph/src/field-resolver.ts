/** Resolvers of fields: the shape that generated resolver types refer to. */
import type { AppSyncResolverEvent } from 'aws-lambda';

/** One AppSync direct-Lambda event. AppSync developer guide, "Direct Lambda resolvers". */
export type SubgraphEvent = AppSyncResolverEvent<Record<string, unknown>, unknown>;

/**
 * Resolves one field.
 * @param args - the field's arguments, defaults of the schema filled in
 * @param source - the parent: for a joined field its representation, `null` for a root field
 * @throws SubgraphError for what the client should learn; anything else is a fault of the subgraph
 */
export type FieldResolver<Result, Source, Event, Args> = (
  args: Args,
  source: Source,
  event: Event,
) => Result | Promise<Result>;

/** Type name -> field name -> resolver. `never` parameters accept every generated resolver type. */
export type FieldResolvers = Readonly<
  Record<string, Readonly<Record<string, FieldResolver<unknown, never, never, never>>>>
>;
