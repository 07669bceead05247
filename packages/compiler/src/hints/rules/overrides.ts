/** Fields taken over by `@override`: how far the move is. */
import { Kind } from 'graphql';
import type { ConstDirectiveNode, FieldDefinitionNode } from 'graphql';
import { nearNames } from '../../diagnostics/did-you-mean.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { createHint } from '../create-hint.ts';
import type { MergedSchema, MergedType } from '../../merged-schema/merged-schema.ts';
import { isExternal } from '../../merged-schema/type-part.ts';
import type { TypePart } from '../../merged-schema/type-part.ts';

export function overrides(schema: MergedSchema): readonly Diagnostic[] {
  const hints: Diagnostic[] = [];
  for (const type of schema.types.values()) {
    for (const part of type.parts) {
      for (const field of part.fields.values()) {
        for (const directive of part.findDirectives(field.directives, 'override'))
          hints.push(overrideHint(schema, { type, part, field, directive }));
      }
    }
  }
  return hints;
}

interface Override {
  readonly type: MergedType;
  readonly part: TypePart;
  readonly field: FieldDefinitionNode;
  readonly directive: ConstDirectiveNode;
}

function overrideHint({ subgraphs }: MergedSchema, { type, part, field, directive }: Override): Diagnostic {
  const from = textOf(directive, 'from') ?? '';
  const label = textOf(directive, 'label');
  const name = field.name.value;
  const parameters = { field: `${type.name}.${name}`, subgraph: part.subgraph, from };
  const taker = { node: directive, text: `Subgraph "${part.subgraph}" takes it over.` };
  if (!subgraphs.includes(from)) {
    const near = nearNames(from, subgraphs).map((one) => `"${one}"`);
    const suggestion = near.length === 0 ? '' : `, perhaps to ${near.join(' or ')}`;
    return createHint('FROM_SUBGRAPH_DOES_NOT_EXIST', { ...parameters, near: suggestion }, [taker]);
  }
  const former = type.parts.find(({ subgraph }) => subgraph === from);
  const formerField = former?.fields.get(name);
  if (former === undefined || formerField === undefined || isExternal(former, formerField)) {
    return createHint('OVERRIDE_DIRECTIVE_CAN_BE_REMOVED', parameters, [taker]);
  }
  const external = isReferredTo(former, name) ? ', or mark it @external, since a field set names it' : '';
  if (label !== undefined) {
    return createHint('OVERRIDE_MIGRATION_IN_PROGRESS', { ...parameters, label, external }, [
      taker,
      { node: formerField, text: `Subgraph "${from}" has it.` },
    ]);
  }
  const own = { node: formerField, text: '' };
  return createHint('OVERRIDDEN_FIELD_CAN_BE_REMOVED', { ...parameters, external }, [own, taker]);
}

/** A key, or a field set of `@requires` or `@provides`, of the same type names the field. */
function isReferredTo({ directives, fields, findDirectives }: TypePart, name: string): boolean {
  const all = [directives, ...[...fields.values()].map((field) => field.directives ?? [])];
  return all.some((some) =>
    ['key', 'requires', 'provides'].some((directiveName) =>
      findDirectives(some, directiveName).some((directive) =>
        (textOf(directive, 'fields') ?? '').split(/\W+/).includes(name),
      ),
    ),
  );
}

function textOf(directive: ConstDirectiveNode, name: string): string | undefined {
  const value = directive.arguments?.find((argument) => argument.name.value === name)?.value;
  return value?.kind === Kind.STRING ? value.value : undefined;
}
