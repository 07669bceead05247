/**
 * A subgraph's SDL and resolvers as servers take them that build the schema themselves, with `_service` and `_entities`
 * of the Federation subgraph specification written out.
 */
import { Kind, parse, print } from 'graphql';
import { loadEntities } from './load-entities.ts';
import type { Implementation, Representation, Resolver } from './implementation.ts';
import { mergeExtensions } from './merge-extensions.ts';

export interface FederatedTypeDefs {
  readonly typeDefs: string;
  readonly resolvers: Record<string, Record<string, Resolver>>;
}

export function federatedTypeDefs(
  sdl: string,
  { resolvers, entities }: Pick<Implementation, 'resolvers' | 'entities'>,
): FederatedTypeDefs {
  const document = mergeExtensions(parse(sdl));
  const members = document.definitions.flatMap((node) =>
    node.kind === Kind.OBJECT_TYPE_DEFINITION && node.directives?.some(({ name }) => name.value === 'key')
      ? [node.name.value]
      : [],
  );
  return {
    typeDefs: `${print(document)}
directive @key(fields: String!, resolvable: Boolean) repeatable on OBJECT | INTERFACE
scalar _Any
type _Service { sdl: String }
union _Entity = ${members.join(' | ')}
extend type Query { _service: _Service! _entities(representations: [_Any!]!): [_Entity]! }`,
    resolvers: {
      ...resolvers,
      Query: {
        ...resolvers['Query'],
        _service: () => ({ sdl }),
        _entities: (_source, { representations }, _context, info) =>
          loadEntities(entities, representations as readonly Representation[], info),
      },
    },
  };
}
