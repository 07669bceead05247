/**
 * Official hint codes of Federation composition with their levels: what each means, and the usual way out. Names and
 * levels: Federation documentation, "Composition hints", and the code names of @apollo/composition (2026-11-21).
 */
import type { CatalogEntry } from './catalog-entry.ts';

type HintEntry = CatalogEntry & Required<Pick<CatalogEntry, 'level' | 'fix'>>;

const hint = (level: HintEntry['level'], message: string, fix: string): Omit<HintEntry, 'explanation'> => ({
  level,
  message,
  fix,
});

/** Sorted by code. */
export const HINT_CODES = {
  FROM_SUBGRAPH_DOES_NOT_EXIST: {
    ...hint(
      'warn',
      '"{field}" in subgraph "{subgraph}" is taken over by @override from "{from}", a subgraph that there is not.',
      'Correct the name{near}, or remove @override.',
    ),
    explanation:
      '@override(from:) names the subgraph that had the field. One that is not composed leaves the directive without effect; often the name is misspelled.',
  },
  INCONSISTENT_ARGUMENT_PRESENCE: {
    ...hint(
      'warn',
      'Optional argument "{argument}" of "{field}" is in {has} but not in {lacks}: clients do not see it.',
      'Add the argument to "{field}" in {lacks}, or remove it.',
    ),
    explanation:
      'An argument becomes part of the API only when every subgraph that resolves the field has it.',
  },
  INCONSISTENT_BUT_COMPATIBLE_ARGUMENT_TYPE: {
    ...hint(
      'info',
      '"{argument}" has different types that fit each other: {types}. Clients see the strictest.',
      'Give it the same type everywhere.',
    ),
    explanation:
      'An argument or input field may be required in one subgraph and optional in another: the API has the type that fits all of them.',
  },
  INCONSISTENT_BUT_COMPATIBLE_FIELD_TYPE: {
    ...hint(
      'info',
      'Field "{field}" has different types that fit each other: {types}. Clients see the most general.',
      'Give it the same type everywhere.',
    ),
    explanation:
      'A field may be nullable in one subgraph and not in another, or of an interface here and of an implementation there: the API has the type that holds for all of them.',
  },
  INCONSISTENT_DEFAULT_VALUE_PRESENCE: {
    ...hint(
      'warn',
      '"{argument}" has a default value in {has} but not in {lacks}: the API has none.',
      'Give it the same default value everywhere, or none.',
    ),
    explanation:
      'A default value that only some subgraphs declare is left out, so the field may behave differently from what its schema says.',
  },
  INCONSISTENT_DESCRIPTION: {
    ...hint(
      'warn',
      'The descriptions of "{element}" differ between {subgraphs}: the API has that of "{used}".',
      'Write the same description everywhere, or in one subgraph only.',
    ),
    explanation: 'An element has one description in the API, whatever its subgraphs say of it.',
  },
  INCONSISTENT_ENTITY: {
    ...hint(
      'info',
      'Type "{type}" has a @key in {has} but none in {lacks}.',
      'Add a @key in {lacks}, so that other subgraphs can be asked for the rest of it.',
    ),
    explanation:
      'Where a subgraph has the type without a key, objects that it returns can not be completed by others.',
  },
  INCONSISTENT_ENUM_VALUE_FOR_INPUT_ENUM: {
    ...hint(
      'warn',
      'Value "{value}" of enum "{type}" is in {has} but not in {lacks}: clients can not use it, since the enum is for input only.',
      'Add the value to "{type}" in {lacks}.',
    ),
    explanation: 'An enum that only arguments use has the values that all of its subgraphs know.',
  },
  INCONSISTENT_ENUM_VALUE_FOR_OUTPUT_ENUM: {
    ...hint(
      'debug',
      'Value "{value}" of enum "{type}" is in {has} but not in {lacks}.',
      'Add the value to "{type}" in {lacks} if it may occur there.',
    ),
    explanation: 'An enum that only results use has the values of all its subgraphs.',
  },
  INCONSISTENT_EXECUTABLE_DIRECTIVE_LOCATIONS: {
    ...hint(
      'warn',
      'Directive "@{directive}" is for different places: {locations}. Only those that all have in common count.',
      'Declare it for the same places everywhere.',
    ),
    explanation: 'A directive of operations must mean the same to every subgraph that may get it.',
  },
  INCONSISTENT_EXECUTABLE_DIRECTIVE_PRESENCE: {
    ...hint(
      'warn',
      'Directive "@{directive}" of operations is declared in {has} but not in {lacks}: the API does not have it.',
      'Declare it in {lacks} too, or remove it.',
    ),
    explanation: 'A directive of operations must be known to every subgraph.',
  },
  INCONSISTENT_EXECUTABLE_DIRECTIVE_REPEATABLE: {
    ...hint(
      'warn',
      'Directive "@{directive}" is repeatable in {has} but not in {lacks}: it is not repeatable.',
      'Declare it alike everywhere.',
    ),
    explanation: 'A directive of operations may be repeated only when every subgraph allows it.',
  },
  INCONSISTENT_INPUT_OBJECT_FIELD: {
    ...hint(
      'warn',
      'Field "{field}" of input type "{type}" is in {has} but not in {lacks}: clients do not see it.',
      'Add the field to "{type}" in {lacks}.',
    ),
    explanation: 'An input type has the fields that all of its subgraphs know.',
  },
  INCONSISTENT_INTERFACE_VALUE_TYPE_FIELD: {
    ...hint(
      'debug',
      'Field "{field}" of interface "{type}" is in {has} but not in {lacks}.',
      'Add the field to "{type}" in {lacks}.',
    ),
    explanation: 'Subgraphs that have an interface without a key may differ in its fields.',
  },
  INCONSISTENT_NON_REPEATABLE_DIRECTIVE_ARGUMENTS: {
    ...hint(
      'warn',
      '"@{directive}" on "{element}" has different arguments: {applications}. The API has those of "{used}".',
      'Use the same arguments everywhere.',
    ),
    explanation: 'A directive that may not be repeated can have one set of arguments only.',
  },
  INCONSISTENT_OBJECT_VALUE_TYPE_FIELD: {
    ...hint(
      'debug',
      'Field "{field}" of type "{type}" is in {has} but not in {lacks}.',
      'Add the field to "{type}" in {lacks}, or give the type a @key.',
    ),
    explanation:
      'Subgraphs that have a type without a key may differ in its fields; a query must then go where the field is.',
  },
  INCONSISTENT_RUNTIME_TYPES_FOR_SHAREABLE_RETURN: {
    ...hint(
      'warn',
      'Shared field "{field}" can return different object types: {types}.',
      'Let all subgraphs know the same members of "{type}".',
    ),
    explanation:
      'A shared field is to give the same result whichever subgraph is asked; object types that only some of them know speak against it.',
  },
  INCONSISTENT_UNION_MEMBER: {
    ...hint(
      'debug',
      'Member "{member}" of union "{type}" is in {has} but not in {lacks}.',
      'Add the member to "{type}" in {lacks} if it may occur there.',
    ),
    explanation: 'A union has the members of all its subgraphs.',
  },
  MERGED_NON_REPEATABLE_DIRECTIVE_ARGUMENTS: {
    ...hint(
      'info',
      '"@{directive}" on "{element}" has different arguments, which are merged: {applications}.',
      'Use the same arguments everywhere.',
    ),
    explanation:
      'The arguments of @cost, @listSize, @requiresScopes and @policy are merged: the highest cost counts, and the requirements of all subgraphs must be met.',
  },
  NO_EXECUTABLE_DIRECTIVE_INTERSECTION: {
    ...hint(
      'warn',
      'Directive "@{directive}" has no place in common: {locations}. The API does not have it.',
      'Declare it for the same places everywhere.',
    ),
    explanation: 'A directive of operations may stand only where every subgraph allows it.',
  },
  OVERRIDDEN_FIELD_CAN_BE_REMOVED: {
    ...hint(
      'info',
      '"{field}" of subgraph "{from}" is never asked for: "{subgraph}" has taken it over by @override.',
      'Remove the field from "{from}"{external}.',
    ),
    explanation: 'After an @override the field of the former owner serves nothing any more.',
  },
  OVERRIDE_DIRECTIVE_CAN_BE_REMOVED: {
    ...hint(
      'info',
      'Subgraph "{from}" does not have "{field}" any more: @override in "{subgraph}" has no effect.',
      'Remove @override.',
    ),
    explanation: 'When the former owner has dropped the field, the move is complete.',
  },
  OVERRIDE_MIGRATION_IN_PROGRESS: {
    ...hint(
      'info',
      '"{field}" moves from "{from}" to "{subgraph}" step by step, by the label "{label}".',
      'When the label counts for all requests, remove the field from "{from}"{external}.',
    ),
    explanation: '@override(label:) moves a field for some requests; both subgraphs keep it meanwhile.',
  },
  UNUSED_ENUM_TYPE: {
    ...hint(
      'debug',
      'Enum "{type}" is not the type of any field or argument.',
      'Remove it from {subgraphs}.',
    ),
    explanation: 'An enum that nothing refers to has the values of all its subgraphs.',
  },
} as const satisfies Record<string, HintEntry>;

export type HintCode = keyof typeof HINT_CODES;
