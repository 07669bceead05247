/** What a subgraph's server runs: resolvers of fields, loaders of entities. */
import type { GraphQLFieldResolver, GraphQLResolveInfo } from 'graphql';

export type Representation = Readonly<Record<string, unknown>> & { readonly __typename: string };
export type Resolver = GraphQLFieldResolver<unknown, unknown>;
/** The entities of representations of one type, in their order; an Error in place of one that can't be had. */
export type Loader = (
  representations: readonly Representation[],
  info: GraphQLResolveInfo,
) => readonly unknown[] | Promise<readonly unknown[]>;

export interface Implementation {
  readonly resolvers: Readonly<Record<string, Readonly<Record<string, Resolver>>>>;
  readonly entities: Readonly<Record<string, Loader>>;
}
