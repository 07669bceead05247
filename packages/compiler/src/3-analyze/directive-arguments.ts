/** Arguments of a directive, by name and kind; undefined where there is none of that kind. */
import { Kind } from 'graphql';
import type { ConstDirectiveNode, ConstValueNode } from 'graphql';

export function argumentValue(directive: ConstDirectiveNode, name: string): ConstValueNode | undefined {
  // No callback: the supergraph has several of these questions for each of its fields.
  for (const node of directive.arguments ?? []) if (node.name.value === name) return node.value;
  return undefined;
}

export function stringArgument(directive: ConstDirectiveNode, name: string): string | undefined {
  const value = argumentValue(directive, name);
  return value?.kind === Kind.STRING ? value.value : undefined;
}

export function enumArgument(directive: ConstDirectiveNode, name: string): string | undefined {
  const value = argumentValue(directive, name);
  return value?.kind === Kind.ENUM ? value.value : undefined;
}

export function booleanArgument(directive: ConstDirectiveNode, name: string): boolean | undefined {
  const value = argumentValue(directive, name);
  return value?.kind === Kind.BOOLEAN ? value.value : undefined;
}
