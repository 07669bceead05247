/**
 * Generated subgraphs in one process, by graphql-js: every value follows from its type, an entity from its
 * representation, and `s<n>Total` from the amount that it requires. Usage: node large-graph.js PORT...
 */
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import {
  getNamedType,
  getNullableType,
  graphql,
  isEnumType,
  isLeafType,
  isListType,
  isUnionType,
} from 'graphql';
import type { GraphQLFieldResolver, GraphQLOutputType, GraphQLSchema } from 'graphql';
import { AMOUNT, subgraphSchemas } from '../../large-graph/subgraph-schemas.ts';
import { buildSubgraphSchema } from './subgraph-schema.ts';

type Entity = Readonly<Record<string, unknown>>;

function valueOf(type: GraphQLOutputType, { schema, id }: { schema: GraphQLSchema; id: unknown }): unknown {
  const nullable = getNullableType(type);
  if (isListType(nullable)) return [valueOf(nullable.ofType as GraphQLOutputType, { schema, id })];
  const named = getNamedType(nullable);
  if (isEnumType(named)) return named.getValues()[0]?.value;
  if (isLeafType(named)) return named.name === 'ID' ? id : named.name === 'String' ? 'text' : AMOUNT;
  const [object = named] = isUnionType(named) ? schema.getPossibleTypes(named) : [named];
  return { __typename: object.name, id };
}

const resolveField: GraphQLFieldResolver<Entity, unknown> = (source, args, _context, info) => {
  const { fieldName, returnType, schema } = info;
  if (source[fieldName] !== undefined) return source[fieldName];
  if (fieldName.endsWith('Total')) return Number(source['amount']) + 1;
  return valueOf(returnType, { schema, id: args['id'] ?? source['id'] ?? '1' });
};

function serve(sdl: string, port: number): Promise<void> {
  const schema = buildSubgraphSchema(sdl);
  const rootValue = { _service: { sdl } };
  const fieldResolver: GraphQLFieldResolver<Entity, unknown> = (source, args, context, info) =>
    info.fieldName === '_entities' ? args['representations'] : resolveField(source, args, context, info);
  const answer = async (body: string): Promise<string> => {
    const { query, variables } = JSON.parse(body) as { query: string; variables?: Record<string, unknown> };
    return JSON.stringify(
      await graphql({ schema, source: query, rootValue, fieldResolver, variableValues: variables ?? null }),
    );
  };
  const server = createServer((request, response) => {
    void text(request)
      .then(answer)
      .then((json) => response.setHeader('content-type', 'application/json').end(json));
  });
  return new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
}

const ports = process.argv.slice(2).map(Number);
const schemas = subgraphSchemas(ports.length);
await Promise.all(ports.map((port, at) => serve(schemas[at]?.sdl ?? '', port)));
console.log('ready ');
