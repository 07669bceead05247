/** An executable schema that answers `_service` and `_entities`, as the Federation subgraph specification has them. */
import {
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLScalarType,
  GraphQLSchema,
  GraphQLString,
  GraphQLUnionType,
  buildASTSchema,
  isObjectType,
  parse,
} from 'graphql';
import type { ConstDirectiveNode, GraphQLFieldConfigMap } from 'graphql';
import { withDefaultRootNames } from './default-root-names.ts';
import type { Implementation, Representation } from './implementation.ts';
import { loadEntities } from './load-entities.ts';
import { mergeExtensions } from './merge-extensions.ts';

const Any = new GraphQLScalarType({ name: '_Any' });

/** @throws Error for an entity or resolver of a type that the SDL does not have */
export function federatedSchema(sdl: string, { resolvers, entities }: Implementation): GraphQLSchema {
  const plain = buildASTSchema(mergeExtensions(withDefaultRootNames(withScalars(sdl))), {
    assumeValidSDL: true,
  });
  for (const [typeName, fields] of Object.entries(resolvers)) {
    for (const [fieldName, resolve] of Object.entries(fields)) {
      const type = plain.getType(typeName);
      const field = isObjectType(type) ? type.getFields()[fieldName] : undefined;
      if (field === undefined) throw new Error(`no field ${typeName}.${fieldName}`);
      field.resolve = resolve;
    }
  }
  const config = plain.toConfig();
  const query = new GraphQLObjectType({
    name: 'Query',
    fields: { ...config.query?.toConfig().fields, ...federationFields(plain, sdl, entities) },
  });
  const others = config.types.filter((type) => type.name !== 'Query');
  return new GraphQLSchema({ ...config, query, types: [...others, query], assumeValid: true });
}

/** `@key` under any name: no other directive of an object type has the argument. */
function isKey({ arguments: args }: ConstDirectiveNode): boolean {
  return args?.some(({ name }) => name.value === 'fields') ?? false;
}

/** Scalars of AppSync need no definition in a subgraph of Tributary. */
function withScalars(sdl: string) {
  return parse(`${sdl}\nscalar AWSDateTime scalar AWSJSON scalar AWSDate scalar AWSEmail scalar AWSURL`);
}

function federationFields(schema: GraphQLSchema, sdl: string, entities: Implementation['entities']) {
  const keyed = Object.values(schema.getTypeMap()).filter(isObjectType);
  const members = keyed.filter(({ astNode }) => astNode?.directives?.some(isKey));
  const service = new GraphQLObjectType({ name: '_Service', fields: { sdl: { type: GraphQLString } } });
  const fields: GraphQLFieldConfigMap<unknown, unknown> = {
    _service: { type: service, resolve: () => ({ sdl }) },
  };
  if (members.length === 0) return fields;
  const entity = new GraphQLUnionType({ name: '_Entity', types: members });
  fields['_entities'] = {
    type: new GraphQLNonNull(new GraphQLList(entity)),
    args: { representations: { type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(Any))) } },
    resolve: (_source, { representations }, _context, info) =>
      loadEntities(entities, representations as readonly Representation[], info),
  };
  return fields;
}
