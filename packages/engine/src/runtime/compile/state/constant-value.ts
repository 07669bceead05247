/** Values that a module's top level writes out in full: what they can be seen to contain without running anything. */
import type { AnyNode, MemberExpression, Property } from 'acorn';

/** The expressions that a value may come from: one for a constant, several for `TABLE[name]`. */
export type PossibleValues = readonly AnyNode[];

/** True for an expression that neither calls nor reads anything, so that evaluating it again gives the same. */
export function isWrittenOut(node: AnyNode): boolean {
  switch (node.type) {
    case 'Literal':
      return true;
    case 'TemplateLiteral':
      return node.expressions.every(isWrittenOut);
    case 'UnaryExpression':
      return isWrittenOut(node.argument);
    case 'BinaryExpression':
      return isWrittenOut(node.left) && isWrittenOut(node.right);
    case 'ArrayExpression':
      return node.elements.every((element) => element !== null && isWrittenOut(element));
    case 'ObjectExpression':
      return node.properties.every((property) => isPlainProperty(property) && isWrittenOut(property.value));
    default:
      return false;
  }
}

/** Maps and lists can be changed by whoever gets hold of them; other values can't. */
export function isChangeable(node: AnyNode): boolean {
  return node.type === 'ArrayExpression' || node.type === 'ObjectExpression';
}

/** What a map or list contains at its first level. */
export function contentsOf(node: AnyNode): PossibleValues {
  if (node.type === 'ArrayExpression') return node.elements.filter((element) => element !== null);
  if (node.type !== 'ObjectExpression') return [];
  return node.properties.filter(isPlainProperty).map(({ value }) => value);
}

/** What reading a member of one of the values can give; absent members and lengths are left out. */
export function membersOf(values: PossibleValues, member: MemberExpression): PossibleValues {
  const name = !member.computed && member.property.type === 'Identifier' ? member.property.name : undefined;
  return name === undefined ? values.flatMap(contentsOf) : namedMembers(values, name);
}

export function namedMembers(values: PossibleValues, name: string): PossibleValues {
  return values.flatMap((value) => {
    if (value.type !== 'ObjectExpression') return contentsOf(value);
    return value.properties
      .filter(isPlainProperty)
      .filter(({ key }) => keyName(key) === name)
      .map((property) => property.value);
  });
}

function isPlainProperty(property: AnyNode): property is Property {
  return property.type === 'Property' && !property.computed && !property.method;
}

function keyName(key: AnyNode): string | undefined {
  if (key.type === 'Identifier') return key.name;
  return key.type === 'Literal' ? String(key.value) : undefined;
}
