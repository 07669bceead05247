/**
 * Remarks about subgraphs that compose: what composition left out or had to choose, with official codes and levels.
 * Read off the subgraphs alone. Federation documentation, "Composition hints".
 */
import type { Diagnostic } from '../model/diagnostic.ts';
import type { MergedSchema } from '../merged-schema/merged-schema.ts';
import { argumentPresence } from './rules/argument-presence.ts';
import { defaultValues } from './rules/default-values.ts';
import { descriptions } from './rules/descriptions.ts';
import { directiveArguments } from './rules/directive-arguments.ts';
import { entities } from './rules/entities.ts';
import { enumValues } from './rules/enum-values.ts';
import { executableDirectives } from './rules/executable-directives.ts';
import { argumentTypes, fieldTypes } from './rules/field-types.ts';
import { inputObjectFields } from './rules/input-object-fields.ts';
import { overrides } from './rules/overrides.ts';
import { sharedRuntimeTypes } from './rules/shared-runtime-types.ts';
import { unionMembers } from './rules/union-members.ts';
import { valueTypeFields } from './rules/value-type-fields.ts';

const RULES: readonly ((schema: MergedSchema) => readonly Diagnostic[])[] = [
  argumentPresence,
  argumentTypes,
  defaultValues,
  descriptions,
  directiveArguments,
  entities,
  enumValues,
  executableDirectives,
  fieldTypes,
  inputObjectFields,
  overrides,
  sharedRuntimeTypes,
  unionMembers,
  valueTypeFields,
];

/** @param schema - of subgraphs that compose, as written */
export function compositionHints(schema: MergedSchema): readonly Diagnostic[] {
  return RULES.flatMap((rule) => rule(schema));
}
