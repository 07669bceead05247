/** Argument defaults, filled in where the emitted code fills them: where the argument is null or absent. */
import { isInputObjectType, isListType, isNonNullType } from 'graphql';
import type { ArgumentModel } from '@tributary/compiler';
import type { GraphQLInputType } from 'graphql';
import { isRecord } from '../../is-record.ts';
import type { Values } from './field-run.ts';

type Fill = (value: unknown) => unknown;

/** Makes a function that gives the arguments of a field with their defaults, nested ones included. */
export function createArgumentDefaults(inputs: readonly ArgumentModel[]): (args: Values) => Values {
  const fills = inputs.flatMap((argument) => {
    const fill = fillOf(argument, []);
    return fill === undefined ? [] : [{ name: argument.name, fill }];
  });
  return (args) =>
    fills.length === 0
      ? args
      : { ...args, ...Object.fromEntries(fills.map(({ name, fill }) => [name, fill(args[name])])) };
}

/** @param parents - input types around this one: a recursive type is filled at its first level only */
function fillOf(
  { type, defaultValue }: Pick<ArgumentModel, 'type' | 'defaultValue'>,
  parents: readonly string[],
): Fill | undefined {
  const nested = nestedFill(type, parents);
  if (defaultValue === undefined || defaultValue === null) return nested;
  return (value) => (nested === undefined ? value : nested(value)) ?? defaultValue;
}

function nestedFill(type: GraphQLInputType, parents: readonly string[]): Fill | undefined {
  if (isNonNullType(type)) return nestedFill(type.ofType, parents);
  if (isListType(type)) {
    const fill = nestedFill(type.ofType, [...parents, '[]']);
    return fill === undefined ? undefined : (value) => (Array.isArray(value) ? value.map(fill) : value);
  }
  if (!isInputObjectType(type) || parents.includes(type.name)) return undefined;
  const fills = Object.values(type.getFields()).flatMap((field) => {
    const fill = fillOf(field, [...parents, type.name]);
    return fill === undefined ? [] : [{ name: field.name, fill }];
  });
  if (fills.length === 0) return undefined;
  return (value) => {
    if (!isRecord(value)) return value;
    return { ...value, ...Object.fromEntries(fills.map(({ name, fill }) => [name, fill(value[name])])) };
  };
}
