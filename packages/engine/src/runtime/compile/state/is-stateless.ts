/**
 * Whether a module has any state that a call could leave behind. On AppSync none survives; so a module that can't have
 * any may keep its instance, while others are evaluated afresh for every call.
 */
import type { AnyNode, Program } from 'acorn';
import { fullAncestor } from 'acorn-walk';
import { type Binding, type ResolveName, isFunctionNode } from '../../check/bindings.ts';
import { type PossibleValues, isWrittenOut } from './constant-value.ts';
import { useOf } from './reading-use.ts';

interface CheckedModule {
  readonly program: Program;
  readonly resolve: ResolveName;
}

/** Top-level names: functions, and constants with the value they were written with. */
interface TopLevel {
  readonly functions: Set<Binding>;
  readonly constants: Map<Binding, PossibleValues>;
}

/** Errs on the side of state: true only where every use of every top-level name is known to be harmless. */
export function isStateless(module: CheckedModule): boolean {
  const topLevel = readTopLevel(module);
  if (topLevel === undefined) return false;
  const { functions, constants } = topLevel;
  // Again while it finds new names for the constants: these may be used before they were found.
  for (let known = -1; known !== constants.size;) {
    known = constants.size;
    if (!hasHarmlessUses(module, { functions, constants })) return false;
  }
  return true;
}

/** undefined: the top level does something besides naming functions and values that are written out. */
function readTopLevel({ program, resolve }: CheckedModule): TopLevel | undefined {
  const functions = new Set<Binding>();
  const constants = new Map<Binding, PossibleValues>();
  /** @returns false for what can't be kept: a value that has to be computed, a name that is declared twice */
  const addName = (name: string, value: AnyNode): boolean => {
    const binding = resolve(name, [program]);
    if (binding === undefined || functions.has(binding) || constants.has(binding)) return false;
    if (isFunctionNode(value)) functions.add(binding);
    else if (isWrittenOut(value)) constants.set(binding, [value]);
    else return false;
    return true;
  };
  for (const statement of program.body) {
    const declared = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    switch (declared?.type) {
      case undefined: // `export { ... }`
      case 'ImportDeclaration':
      case 'EmptyStatement':
        break;
      case 'FunctionDeclaration':
        if (!addName(declared.id.name, declared)) return undefined;
        break;
      case 'VariableDeclaration':
        // Whether with `const` or not: that nothing is assigned to the name is seen at its uses.
        for (const { id, init } of declared.declarations) {
          if (id.type !== 'Identifier' || !init || !addName(id.name, init)) return undefined;
        }
        break;
      default:
        return undefined;
    }
  }
  return { functions, constants };
}

/** Adds aliases that it meets to the constants. */
function hasHarmlessUses({ program, resolve }: CheckedModule, { functions, constants }: TopLevel): boolean {
  let isHarmless = true;
  fullAncestor(program, (node, _state, path) => {
    if (!isHarmless || node.type !== 'Identifier' || isDeclaredName(node, path)) return;
    const binding = resolve(node.name, path);
    if (binding === undefined) {
      // Gives a function its parameters under another name, the list itself among a callback's.
      if (node.name === 'arguments') isHarmless = false;
      return;
    }
    // Neither replaced nor given members: called, or handed to a list method.
    if (functions.has(binding)) isHarmless = path.at(-2)?.type === 'CallExpression';
    const values = constants.get(binding);
    if (values === undefined) return;
    const use = useOf(values, path, resolve);
    if (use.kind === 'names') for (const { alias, values: named } of use.aliases) constants.set(alias, named);
    else if (use.kind === 'unknown') isHarmless = false;
  });
  return isHarmless;
}

/** The place where a name is declared, which is none of its uses. */
function isDeclaredName(node: AnyNode, path: readonly AnyNode[]): boolean {
  const parent = path.at(-2);
  if (parent?.type === 'VariableDeclarator') return parent.id === node;
  if (isFunctionNode(parent)) return parent.id === node;
  // The walk goes from a pattern to what it names, without the property in between.
  return parent?.type === 'ObjectPattern' && path.at(-3)?.type === 'VariableDeclarator';
}
