/**
 * Who may read which field: `@authenticated`, `@requiresScopes` and `@policy` of the supergraph. A field asks for what
 * stands on it, on its parent type, and on the type that it returns. See Federation directives, "Authorization".
 */
import { isTypeDefinitionNode, Kind } from 'graphql';
import type { ConstDirectiveNode, ConstValueNode, DocumentNode } from 'graphql';
import type { AccessRequirement } from '../model/access-requirement.ts';
import { namedTypeOf } from '../model/type-reference.ts';

/** `Type.field` -> requirements that must all be met; only fields that have some. */
export function accessRequirements(
  supergraph: DocumentNode,
): ReadonlyMap<string, readonly AccessRequirement[]> {
  const ofTypes = new Map<string, readonly AccessRequirement[]>();
  for (const node of supergraph.definitions) {
    if (!isTypeDefinitionNode(node)) continue;
    const requirements = requirementsOf(node.directives);
    if (requirements.length > 0) ofTypes.set(node.name.value, requirements);
  }
  const found = new Map<string, readonly AccessRequirement[]>();
  for (const node of supergraph.definitions) {
    if (node.kind !== Kind.OBJECT_TYPE_DEFINITION) continue;
    const ofType = ofTypes.get(node.name.value) ?? [];
    for (const field of node.fields ?? []) {
      const own = requirementsOf(field.directives);
      const ofValue = ofTypes.get(namedTypeOf(field.type)) ?? [];
      if (own.length + ofType.length + ofValue.length === 0) continue;
      const all = [...own, ...ofType, ...ofValue];
      const distinct = [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];
      found.set(`${node.name.value}.${field.name.value}`, distinct);
    }
  }
  return found;
}

function requirementsOf(directives: readonly ConstDirectiveNode[] | undefined): readonly AccessRequirement[] {
  return (directives ?? []).flatMap((directive): AccessRequirement[] => {
    switch (directive.name.value) {
      case 'authenticated':
        return [{ kind: 'authenticated' }];
      case 'requiresScopes':
        return [{ kind: 'scopes', anyOf: listsOf(directive, 'scopes') }];
      case 'policy':
        return [{ kind: 'policies', anyOf: listsOf(directive, 'policies') }];
      default:
        return [];
    }
  });
}

function listsOf(directive: ConstDirectiveNode, name: string): readonly (readonly string[])[] {
  const value = directive.arguments?.find((argument) => argument.name.value === name)?.value;
  return itemsOf(value).map((inner) =>
    itemsOf(inner).flatMap((one) => (one.kind === Kind.STRING ? [one.value] : [])),
  );
}

function itemsOf(value: ConstValueNode | undefined): readonly ConstValueNode[] {
  if (value === undefined) return [];
  return value.kind === Kind.LIST ? value.values : [value];
}
