/**
 * Argument defaults. AppSync does not deliver the defaults of the schema to resolvers (aws-appsync-community issue 59),
 * and an omitted variable arrives as null: so the emitted code fills a default where the argument is null or absent.
 * Differs from the GraphQL specification: an explicit null gets the default too, since the two can't be told apart.
 */
import { getNamedType, isInputObjectType, isListType, isNonNullType } from 'graphql';
import type { GraphQLInputType } from 'graphql';
import type { AlongInputs } from '@tributary/subgraph';
import type { ArgumentModel } from '../model/federation-model.ts';
import { literal, propertyKey } from './module-text.ts';

/** Argument name -> JavaScript expression of its value with the default; only arguments that have one, nested included. */
export function argumentDefaults(inputs: readonly ArgumentModel[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    inputs.flatMap((argument) => {
      const expression = withDefault(argument, `ctx.args.${argument.name}`, []);
      return expression === undefined ? [] : [[argument.name, expression]];
    }),
  );
}

/** JavaScript expression of all arguments with their defaults. */
export function argumentsWithDefaults(inputs: readonly ArgumentModel[]): string {
  const members = Object.entries(argumentDefaults(inputs)).map(
    ([name, expression]) => `${name}: ${expression}`,
  );
  return members.length === 0 ? 'ctx.args' : `{ ...ctx.args, ${members.join(', ')} }`;
}

/** The same as data, for a handler that fills them. @param parents - input types around, as in `withDefault` */
export function defaultsAsData(
  inputs: readonly ArgumentModel[],
  parents: readonly string[] = [],
): AlongInputs {
  const plain = inputs.filter(({ defaultValue }) => defaultValue !== undefined && defaultValue !== null);
  const nested = inputs.flatMap(({ name, type }) => {
    const inside = insideOf(type, parents);
    return Object.keys(inside).length === 0 ? [] : [[name, inside] as const];
  });
  return {
    ...(plain.length === 0
      ? {}
      : { defaults: Object.fromEntries(plain.map(({ name, defaultValue }) => [name, defaultValue])) }),
    ...(nested.length === 0 ? {} : { inputs: Object.fromEntries(nested) }),
  };
}

function insideOf(type: GraphQLInputType, parents: readonly string[]): AlongInputs {
  const named = getNamedType(type);
  if (!isInputObjectType(named) || parents.includes(named.name)) return {};
  return defaultsAsData(Object.values(named.getFields()), [...parents, named.name]);
}

/** @param parents - input types around this one: a recursive type is filled at its first level only */
function withDefault(input: ArgumentModel, access: string, parents: readonly string[]): string | undefined {
  const nested = nestedDefaults(input.type, access, parents);
  if (input.defaultValue === undefined || input.defaultValue === null) return nested;
  return `${nested === undefined ? access : `(${nested})`} ?? ${literal(input.defaultValue)}`;
}

function nestedDefaults(
  type: GraphQLInputType,
  access: string,
  parents: readonly string[],
): string | undefined {
  if (isNonNullType(type)) return nestedDefaults(type.ofType, access, parents);
  if (isListType(type)) {
    const item = `item${parents.length}`;
    const expression = nestedDefaults(type.ofType, item, [...parents, '[]']);
    return expression === undefined ? undefined : `${access} && ${access}.map((${item}) => ${expression})`;
  }
  if (!isInputObjectType(type) || parents.includes(type.name)) return undefined;
  const members = Object.values(type.getFields()).flatMap((field) => {
    const expression = withDefault(field, `${access}.${field.name}`, [...parents, type.name]);
    return expression === undefined ? [] : [`${propertyKey(field.name)}: ${expression}`];
  });
  return members.length === 0 ? undefined : `${access} && ({ ...${access}, ${members.join(', ')} })`;
}
