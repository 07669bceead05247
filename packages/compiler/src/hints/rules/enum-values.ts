/** Values of enums that only some subgraphs have, and enums that nothing uses. One used both ways is an error. */
import type { Diagnostic } from '../../model/diagnostic.ts';
import { namedTypeOf } from '../../model/type-reference.ts';
import { createHint, listed } from '../create-hint.ts';
import type { MergedSchema, MergedType } from '../../merged-schema/merged-schema.ts';
import { presenceHints } from './presence.ts';

export function enumValues(schema: MergedSchema): readonly Diagnostic[] {
  const enums = [...schema.types.values()].filter(({ kind }) => kind === 'enum');
  if (enums.length === 0) return [];
  const used = usedTypes(schema);
  return enums.flatMap((type) => {
    const isInput = used.input.has(type.name);
    const isOutput = used.output.has(type.name);
    if (isInput && isOutput) return [];
    const code = isInput
      ? 'INCONSISTENT_ENUM_VALUE_FOR_INPUT_ENUM'
      : 'INCONSISTENT_ENUM_VALUE_FOR_OUTPUT_ENUM';
    const values = presenceHints(type, { code, parameter: 'value', membersOf: (part) => part.values });
    return isInput || isOutput ? values : [...values, unused(type)];
  });
}

function unused({ name, parts }: MergedType): Diagnostic {
  const subgraphs = listed(parts.map(({ subgraph }) => subgraph));
  return createHint(
    'UNUSED_ENUM_TYPE',
    { type: name, subgraphs },
    parts.map(({ node, subgraph }) => ({ node, text: `It is in subgraph "${subgraph}" too.` })),
  );
}

function usedTypes({ types }: MergedSchema) {
  const input = new Set<string>();
  const output = new Set<string>();
  for (const { parts } of types.values()) {
    for (const { fields, inputFields } of parts) {
      for (const { type } of inputFields.values()) input.add(namedTypeOf(type));
      for (const { type, arguments: args } of fields.values()) {
        output.add(namedTypeOf(type));
        for (const argument of args ?? []) input.add(namedTypeOf(argument.type));
      }
    }
  }
  return { input, output };
}
