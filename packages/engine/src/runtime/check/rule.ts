import type { AnyNode } from 'acorn';
import type { Binding } from './bindings.ts';

/** A node together with its ancestors, outermost first; the node itself is the last entry. */
export type NodePath = readonly AnyNode[];

export interface RuleContext {
  /** The declaration that `name` refers to at that place; undefined for globals. */
  readonly resolve: (name: string, path: NodePath) => Binding | undefined;
  readonly report: (node: AnyNode, message: string) => void;
}

/** One restriction of the runtime. `visit` is called for every node of its kinds, inner nodes first. */
export interface Rule {
  /** Name of the rule in AWS's ESLint plugin, or our own for what only the service refuses. */
  readonly name: string;
  readonly kinds: readonly AnyNode['type'][];
  visit(node: AnyNode, path: NodePath, context: RuleContext): void;
}

/** The ancestor `distance` levels above the node that the path leads to. */
export function ancestor(path: NodePath, distance: number): AnyNode | undefined {
  return path[path.length - 1 - distance];
}
