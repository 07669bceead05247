/** GraphQL spec, "Coercing Variable Values", with the messages of graphql-java. */
import {
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type VariableDefinitionNode,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  typeFromAST,
} from 'graphql';
import { isRecord } from '../../model/is-record.ts';
import type { GraphqlErrorEntry } from '../contract.ts';
import { locate, toValidationEntry } from '../error-entries.ts';
import { leafCodec } from '../scalars/leaf-codec.ts';
import { ScalarFault, javaTypeName } from '../scalars/scalar-codec.ts';
import { coerceLiteral } from './coerce-literal.ts';

export type CoercedVariables =
  | { readonly ok: true; readonly values: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly errors: readonly GraphqlErrorEntry[] };

/** Carries the message for a value that does not fit; never leaves this file. */
class VariableFault extends Error {}

/** Omitted variables without a default stay absent from the result. */
export function coerceVariables(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  input: Readonly<Record<string, unknown>>,
): CoercedVariables {
  const values: Record<string, unknown> = {};
  const errors: GraphqlErrorEntry[] = [];
  for (const definition of operation.variableDefinitions ?? []) {
    try {
      setVariable(values, input, { definition, schema });
    } catch (fault) {
      if (!(fault instanceof VariableFault)) throw fault;
      errors.push(toValidationEntry(fault.message, locate(definition)));
    }
  }
  return errors.length > 0 ? { ok: false, errors } : { ok: true, values };
}

function setVariable(
  values: Record<string, unknown>,
  input: Readonly<Record<string, unknown>>,
  variable: { readonly definition: VariableDefinitionNode; readonly schema: GraphQLSchema },
): void {
  const { definition, schema } = variable;
  const name = definition.variable.name.value;
  const type = typeFromAST(schema, definition.type);
  if (!isInputType(type)) throw new VariableFault(`Variable '${name}' is not of an input type`);
  const given = Object.hasOwn(input, name) ? input[name] : undefined;
  if (given === undefined && definition.defaultValue !== undefined) {
    values[name] = coerceLiteral(definition.defaultValue, type, {}).value;
    return;
  }
  if (given === undefined && !isNonNullType(type)) return;
  values[name] = coerceValue(given, type, { variable: name, field: undefined });
}

interface Place {
  readonly variable: string;
  readonly field: string | undefined;
}

function coerceValue(value: unknown, type: GraphQLInputType, place: Place): unknown {
  if (isNonNullType(type)) {
    if (value === undefined || value === null) {
      throw new VariableFault(`${subject(place)} has coerced Null value for NonNull type '${String(type)}'`);
    }
    return coerceValue(value, type.ofType, place);
  }
  if (value === undefined || value === null) return null;
  if (isListType(type)) {
    const items: readonly unknown[] = Array.isArray(value) ? value : [value];
    return items.map((item) => coerceValue(item, type.ofType, place));
  }
  if (isInputObjectType(type)) {
    if (!isRecord(value)) {
      throw new VariableFault(
        `Variable '${place.variable}' has an invalid value. Expected type 'Map' but was '${javaTypeName(value)}'. ` +
          `Variables for input objects must be an instance of type 'Map'.`,
      );
    }
    const fields = type.getFields();
    const unknownField = Object.keys(value).find((name) => fields[name] === undefined);
    if (unknownField !== undefined) {
      throw new VariableFault(
        `The variables input contains a field name '${unknownField}' that is not defined for input object type '${type.name}'`,
      );
    }
    const coerced: Record<string, unknown> = {};
    for (const field of Object.values(fields)) {
      const given = value[field.name];
      if (given === undefined && (!isNonNullType(field.type) || field.defaultValue !== undefined)) continue;
      coerced[field.name] = coerceValue(given, field.type, { ...place, field: field.name });
    }
    return coerced;
  }
  try {
    return leafCodec(type).parse(value);
  } catch (fault) {
    if (!(fault instanceof ScalarFault)) throw fault;
    throw new VariableFault(`Variable '${place.variable}' has an invalid value. ${fault.message}`);
  }
}

function subject(place: Place): string {
  return place.field === undefined
    ? `Variable '${place.variable}'`
    : `Field '${place.field}' of variable '${place.variable}'`;
}
