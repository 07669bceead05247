/** Random arguments: literals and variables, with and without defaults, given and omitted. */
import { isEnumType, isInputObjectType, isInputType, isListType, isNonNullType } from 'graphql';
import type { GraphQLArgument, GraphQLInputType } from 'graphql';
import type { Random } from '../fuzz/random.ts';

/** Variable name -> its definition without the name, and the value that is sent; undefined: none. */
export type RandomVariables = Map<string, { readonly definition: string; readonly value: unknown }>;

interface ArgumentsDraft {
  readonly random: Random;
  readonly variables: RandomVariables;
}

/** Random arguments of one field, with the variables that they use; empty where none is given. */
export function argumentsText(draft: ArgumentsDraft, list: readonly GraphQLArgument[]): string {
  const written = list.flatMap((one) => {
    const isOptional = !isNonNullType(one.type) || one.defaultValue !== undefined;
    return isOptional && draft.random.chance(0.4) ? [] : [`${one.name}: ${argumentText(draft, one)}`];
  });
  return written.length === 0 ? '' : `(${written.join(', ')})`;
}

function argumentText(draft: ArgumentsDraft, argument: GraphQLArgument): string {
  const { random, variables } = draft;
  const value = inputValue(random, argument);
  if (random.chance(0.6)) return literal(argument.type, value);
  const name = `v${variables.size}`;
  const shape = isNonNullType(argument.type) ? 1 + random.below(2) : random.below(3);
  const type = String(argument.type);
  if (shape === 0) variables.set(name, { definition: type, value: undefined });
  else if (shape === 1) variables.set(name, { definition: type, value });
  else
    variables.set(name, {
      definition: `${type} = ${literal(argument.type, inputValue(random, argument))}`,
      value: random.chance(0.5) ? value : undefined,
    });
  return `$${name}`;
}

// Resolvers of AppSync can't tell null from an omitted argument: no null where there is a default.
function inputValue(random: Random, { name, type, defaultValue }: GraphQLArgument): unknown {
  if (!isNonNullType(type) && defaultValue === undefined && name !== 'id' && random.chance(0.1)) return null;
  return valueOfInput(random, type, name);
}

function valueOfInput(random: Random, type: GraphQLInputType, name: string): unknown {
  if (isNonNullType(type)) return valueOfInput(random, type.ofType, name);
  if (isListType(type))
    return Array.from({ length: random.below(3) }, () => valueOfInput(random, type.ofType, name));
  if (isEnumType(type)) return random.pick(type.getValues()).name;
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).filter(() => random.chance(0.35));
    return Object.fromEntries(fields.map((one) => [one.name, valueOfInput(random, one.type, one.name)]));
  }
  switch (type.toString()) {
    case 'Int':
      return name === 'first' ? random.below(4) : random.below(50);
    case 'Boolean':
      return random.chance(0.5);
    case 'ID':
      return String(1 + random.below(5));
    default:
      return `say "${random.below(20)}"`;
  }
}

function literal(type: GraphQLInputType, value: unknown): string {
  const inner = isNonNullType(type) ? type.ofType : type;
  if (value === null) return 'null';
  if (isListType(inner) && Array.isArray(value))
    return `[${value.map((item) => literal(inner.ofType, item)).join(', ')}]`;
  if (isEnumType(inner)) return String(value);
  if (isInputObjectType(inner) && typeof value === 'object') {
    const fields = inner.getFields();
    const written = Object.entries(value).flatMap(([name, part]: [string, unknown]) => {
      const field = fields[name];
      return field === undefined ? [] : [`${name}: ${literal(field.type, part)}`];
    });
    return `{ ${written.join(', ')} }`;
  }
  return isInputType(inner) ? JSON.stringify(value) : 'null';
}
