/** A Federation 2 subgraph schema for graphql-js: the SDL without its links, and the fields of the specification. */
import { buildASTSchema, extendSchema, Kind, parse } from 'graphql';
import type { DocumentNode, GraphQLSchema } from 'graphql';

/** Apollo Federation subgraph specification, "Schema additions". */
const ADDITIONS = `
  scalar _Any
  type _Service { sdl: String! }
  extend type Query { _service: _Service!  _entities(representations: [_Any!]!): [_Entity]! }`;

export function buildSubgraphSchema(sdl: string): GraphQLSchema {
  const { definitions } = parse(sdl);
  const objects = definitions.filter((definition) => definition.kind === Kind.OBJECT_TYPE_DEFINITION);
  const entities = objects.filter(({ directives }) => directives?.some(({ name }) => name.value === 'key'));
  const own = definitions.filter(({ kind }) => kind !== Kind.SCHEMA_EXTENSION);
  const document: DocumentNode = { kind: Kind.DOCUMENT, definitions: own };
  const hasQuery = objects.some(({ name }) => name.value === 'Query');
  const union = `union _Entity = ${entities.map(({ name }) => name.value).join(' | ')}`;
  if (!hasQuery) {
    const additions = parse(`${union} ${ADDITIONS.replace('extend type', 'type')}`);
    const all = { ...document, definitions: [...own, ...additions.definitions] };
    return buildASTSchema(all, { assumeValidSDL: true });
  }
  const schema = buildASTSchema(document, { assumeValidSDL: true });
  return extendSchema(schema, parse(`${union} ${ADDITIONS}`), { assumeValidSDL: true });
}
