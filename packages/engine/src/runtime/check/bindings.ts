/**
 * Which declaration a name refers to. Scopes are kept per node that opens one; names are looked up from the
 * inside out along a node's path. Only what the rules ask is recorded.
 */
import type {
  AnonymousFunctionDeclaration,
  AnyNode,
  ArrowFunctionExpression,
  FunctionDeclaration,
  FunctionExpression,
  Program,
  VariableDeclaration,
} from 'acorn';
import { fullAncestor } from 'acorn-walk';
import { exportedName, patternNames } from './declared-names.ts';

export type FunctionNode = FunctionDeclaration | FunctionExpression | ArrowFunctionExpression;

export type Binding =
  | { readonly kind: 'function'; readonly name: string; readonly node: FunctionNode }
  | { readonly kind: 'variable'; readonly init: AnyNode | undefined; readonly constant: boolean }
  | { readonly kind: 'parameter'; readonly owner: FunctionNode }
  /** `imported` is `*` for a namespace import. */
  | { readonly kind: 'import'; readonly module: string; readonly imported: string }
  | { readonly kind: 'other' };

export type ResolveName = (name: string, path: readonly AnyNode[]) => Binding | undefined;

type Scope = Map<string, Binding>;

export function isFunctionNode(node: AnyNode | undefined): node is FunctionNode {
  return (
    (node?.type === 'FunctionDeclaration' && node.id !== null) ||
    node?.type === 'FunctionExpression' ||
    node?.type === 'ArrowFunctionExpression'
  );
}

/** Collects every declaration of the module once and returns the look-up. */
export function collectBindings(program: Program): ResolveName {
  const scopes = new Map<AnyNode, Scope>();
  const scopeOf = (node: AnyNode): Scope => {
    const scope = scopes.get(node) ?? new Map<string, Binding>();
    scopes.set(node, scope);
    return scope;
  };
  fullAncestor(program, (visited, _state, visitedPath) => declare(visited, visitedPath, scopeOf));
  return (name, path) => {
    for (let index = path.length - 1; index >= 0; index -= 1) {
      const node = path[index];
      const binding = node === undefined ? undefined : scopes.get(node)?.get(name);
      if (binding !== undefined) return binding;
    }
    return undefined;
  };
}

/** @param path - ends with the node */
function declare(node: AnyNode, path: readonly AnyNode[], scopeOf: (node: AnyNode) => Scope): void {
  switch (node.type) {
    case 'FunctionDeclaration':
      declareParameters(node, scopeOf(node));
      if (node.id !== null)
        enclosing(path, isBlockScope, scopeOf)?.set(node.id.name, named(node.id.name, node));
      return;
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      declareParameters(node, scopeOf(node));
      if (node.id) scopeOf(node).set(node.id.name, named(node.id.name, node));
      return;
    case 'VariableDeclaration':
      declareVariables(node, enclosing(path, node.kind === 'var' ? isFunctionScope : isBlockScope, scopeOf));
      return;
    case 'ImportDeclaration':
      for (const specifier of node.specifiers) {
        const imported =
          specifier.type === 'ImportNamespaceSpecifier'
            ? '*'
            : specifier.type === 'ImportDefaultSpecifier'
              ? 'default'
              : exportedName(specifier.imported);
        const module = String(node.source.value);
        enclosing(path, isBlockScope, scopeOf)?.set(specifier.local.name, {
          kind: 'import',
          module,
          imported,
        });
      }
      return;
    case 'ClassDeclaration':
      if (node.id !== null) enclosing(path, isBlockScope, scopeOf)?.set(node.id.name, { kind: 'other' });
      return;
    case 'CatchClause':
      for (const name of node.param ? patternNames(node.param) : [])
        scopeOf(node).set(name, { kind: 'other' });
      return;
    default:
      return;
  }
}

function named(name: string, node: FunctionNode): Binding {
  return { kind: 'function', name, node };
}

function declareParameters(node: FunctionNode | AnonymousFunctionDeclaration, scope: Scope): void {
  if (!isFunctionNode(node)) return;
  for (const name of node.params.flatMap(patternNames)) scope.set(name, { kind: 'parameter', owner: node });
}

function declareVariables(declaration: VariableDeclaration, scope: Scope | undefined): void {
  for (const { id, init } of declaration.declarations) {
    if (id.type === 'Identifier' && init && isFunctionNode(init)) {
      scope?.set(id.name, named(id.name, init));
      continue;
    }
    const ownInit = id.type === 'Identifier' ? (init ?? undefined) : undefined;
    for (const name of patternNames(id)) {
      scope?.set(name, { kind: 'variable', init: ownInit, constant: declaration.kind === 'const' });
    }
  }
}

function enclosing(
  path: readonly AnyNode[],
  opensScope: (node: AnyNode) => boolean,
  scopeOf: (node: AnyNode) => Scope,
): Scope | undefined {
  const owner = path.findLast((node, at) => at < path.length - 1 && opensScope(node));
  return owner && scopeOf(owner);
}

function isFunctionScope(node: AnyNode): boolean {
  return node.type === 'Program' || isFunctionNode(node);
}

function isBlockScope(node: AnyNode): boolean {
  return (
    isFunctionScope(node) ||
    node.type === 'BlockStatement' ||
    node.type === 'ForStatement' ||
    node.type === 'ForInStatement' ||
    node.type === 'ForOfStatement' ||
    node.type === 'SwitchStatement'
  );
}
