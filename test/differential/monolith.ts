/** The same data behind one plain graphql-js server: what every answer has to be. */
import { buildSchema, execute, Kind, parse, valueFromASTUntyped } from 'graphql';
import type { ExecutionResult, GraphQLSchema } from 'graphql';
import { echo, firstItems, project } from './answer.mjs';
import { fieldName, parseFieldSet } from './field-set.ts';
import { findObject, ROOT_ROW } from './world.ts';
import type { FieldDef, Row, StoredValue, World } from './world.ts';

/** An object of the answer: its type, and the row that its fields come from. */
interface Node {
  readonly __typename: string;
  readonly row: Row;
}

export interface Monolith {
  readonly schema: GraphQLSchema;
  run(query: string, variables: Readonly<Record<string, unknown>>): ExecutionResult;
}

/** @throws Error when the SDL has faults */
export function createMonolith(world: World, sdl: string): Monolith {
  const schema = buildSchema(sdl);
  const fields = new Map(
    world.objects.flatMap(({ name, fields: list }) => list.map((field) => [`${name}.${field.name}`, field])),
  );

  const toNode = (value: StoredValue | undefined): unknown => {
    if (Array.isArray(value)) return value.map((item: StoredValue) => toNode(item));
    if (!isStoredObject(value)) return value;
    const { $ref, $type } = value;
    if (typeof $ref !== 'string') return { __typename: String($type), row: value };
    const [typeName = '', id = ''] = $ref.split('/');
    return { __typename: typeName, row: world.rows[typeName]?.[id] ?? {} };
  };

  const valueOf = ({ __typename, row }: Node, field: FieldDef, args: Record<string, unknown>): unknown => {
    const stored = row[field.name];
    switch (field.rule) {
      case 'echo': {
        const read = (object: Node, selection: string) =>
          selection === '__typename'
            ? object.__typename
            : valueAt(object, fieldName(selection), writtenArguments(selection));
        const required =
          field.requires === undefined
            ? undefined
            : project({ __typename, row }, parseFieldSet(field.requires), read);
        const names = field.args.map(({ name }) => name);
        return echo({ stored, args, names, required, isInt: field.type.startsWith('Int') });
      }
      case 'slice':
        return toNode(firstItems(stored, args['first']) as StoredValue);
      case 'find': {
        const typeName = field.type.replaceAll('!', '');
        const found = world.rows[typeName]?.[String(args['id'])];
        return found === undefined ? null : { __typename: typeName, row: found };
      }
      case 'stored':
        return toNode(stored);
    }
  };

  const valueAt = (node: Node, name: string, args: Record<string, unknown>): unknown => {
    const field = fields.get(`${node.__typename}.${name}`);
    return field === undefined ? undefined : valueOf(node, field, args);
  };

  const rootValue: Node = { __typename: 'Query', row: world.rows['Query']?.[ROOT_ROW] ?? {} };
  if (findObject(world, 'Query') === undefined) throw new Error('There is no Query.');
  return {
    schema,
    run: (query, variables) =>
      execute({
        schema,
        document: parse(query),
        variableValues: variables,
        rootValue,
        fieldResolver: (source: Node, args: Record<string, unknown>, _context, { fieldName }) =>
          valueAt(source, fieldName, args),
        typeResolver: (value: Node) => value.__typename,
      }) as ExecutionResult,
  };
}

/** Of a field as a field set has it. */
function writtenArguments(selection: string): Record<string, unknown> {
  const [operation] = parse(`{ ${selection} }`).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) return {};
  const [field] = operation.selectionSet.selections;
  const list = field?.kind === Kind.FIELD ? (field.arguments ?? []) : [];
  return Object.fromEntries(list.map(({ name, value }) => [name.value, valueFromASTUntyped(value)]));
}

function isStoredObject(value: StoredValue | undefined): value is { readonly [name: string]: StoredValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
