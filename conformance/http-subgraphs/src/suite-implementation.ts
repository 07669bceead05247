/** A suite's module, written for Lambda events, as resolvers of a GraphQL server. */
import { pathToFileURL } from 'node:url';
import { SubgraphError } from '@tributary/subgraph';
import type { EntityLoader } from '@tributary/subgraph';
import { GraphQLError } from 'graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { Implementation, Loader, Resolver } from './implementation.ts';

export interface SuiteModule {
  readonly resolvers?: Readonly<Record<string, Readonly<Record<string, SuiteResolver>>>>;
  readonly entities?: Readonly<Record<string, EntityLoader>>;
}

type SuiteResolver = (args: unknown, source: unknown) => unknown;

/**
 * @param file - of the module
 * @param user - who runs it: the data of a module changes by mutations, so each user has an instance of its own
 */
export async function suiteImplementation(file: string, user: string): Promise<Implementation> {
  return implementationOf((await import(`${pathToFileURL(file).href}?${user}`)) as SuiteModule);
}

export function implementationOf({ resolvers = {}, entities = {} }: SuiteModule): Implementation {
  const loaders = {
    ...Object.fromEntries(Object.keys(resolvers).map((name) => [name, nothing])),
    ...entities,
  };
  return {
    resolvers: Object.fromEntries(
      Object.entries(resolvers).map(([typeName, fields]) => [
        typeName,
        Object.fromEntries(Object.entries(fields).map(([name, resolve]) => [name, fieldResolver(resolve)])),
      ]),
    ),
    entities: Object.fromEntries(
      Object.entries(loaders).map(([typeName, load]) => [
        typeName,
        entityLoader(load, new Set(Object.keys(resolvers[typeName] ?? {}))),
      ]),
    ),
  };
}

/** Of a type whose fields all have resolvers. */
const nothing: EntityLoader = (representations) => representations.map(() => null);

function fieldResolver(resolve: SuiteResolver): Resolver {
  return async (source, args) => {
    try {
      return await resolve(args, source);
    } catch (error) {
      throw graphqlError(error);
    }
  };
}

/**
 * Fields with resolvers of their own need the representation only: a Lambda subgraph is asked for them without its
 * loader, so an entity that the loader does not have is there all the same for them.
 */
function entityLoader(load: EntityLoader, resolved: ReadonlySet<string>): Loader {
  return async (representations, info) => {
    if (isOnly(resolved, info)) return representations;
    const entities = await load(representations);
    return entities.map((entity, index) => {
      if (entity === null) return null;
      return entity instanceof Error ? graphqlError(entity) : { ...representations[index], ...entity };
    });
  };
}

/** Whether the operation selects no other fields of the entity than these. */
function isOnly(names: ReadonlySet<string>, { fieldNodes }: GraphQLResolveInfo): boolean {
  return fieldNodes.every((node) =>
    (node.selectionSet?.selections ?? []).every(
      (fragment) =>
        fragment.kind !== 'InlineFragment' ||
        fragment.selectionSet.selections.every((one) => one.kind === 'Field' && names.has(one.name.value)),
    ),
  );
}

function graphqlError(error: unknown): GraphQLError {
  if (error instanceof SubgraphError) {
    return new GraphQLError(error.message, {
      extensions: { code: error.errorType, ...error.errorInfo },
    });
  }
  return new GraphQLError(error instanceof Error ? error.message : String(error));
}
