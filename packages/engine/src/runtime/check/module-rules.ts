/** What the service's type check says about imports, exports and the members of its own library. */
import type { AnyNode, MemberExpression } from 'acorn';
import { exportedName } from './declared-names.ts';
import type { NodePath, Rule, RuleContext } from './rule.ts';

/**
 * The names of a library: an object for something with members, `null` for a function or value.
 * Keys of the outermost map are import specifiers.
 */
export interface LibraryShape {
  readonly [name: string]: LibraryShape | null;
}

/** The module whose exports are globals too. */
export const CORE_MODULE = '@aws-appsync/utils';

export function moduleRules(library: LibraryShape): readonly Rule[] {
  return [importRule(library), exportRule, libraryMemberRule(library)];
}

function importRule(library: LibraryShape): Rule {
  return {
    name: 'imports',
    kinds: ['ImportDeclaration'],
    visit(node, _path, { report }) {
      if (node.type !== 'ImportDeclaration') return;
      const module = String(node.source.value);
      const members = library[module];
      if (members == null) {
        report(
          node.source,
          `error TS2307: Cannot find module '${module}' or its corresponding type declarations.`,
        );
        return;
      }
      for (const specifier of node.specifiers) {
        if (specifier.type === 'ImportNamespaceSpecifier') continue;
        const name = specifier.type === 'ImportSpecifier' ? exportedName(specifier.imported) : 'default';
        if (Object.hasOwn(members, name)) continue;
        report(specifier, `error TS2305: Module '"${module}"' has no exported member '${name}'.`);
      }
    },
  };
}

const HANDLERS: readonly string[] = ['request', 'response'];

const exportRule: Rule = {
  name: 'exports',
  kinds: ['Program', 'ExportDefaultDeclaration', 'ExportAllDeclaration', 'ExportNamedDeclaration'],
  visit(node, _path, { report }) {
    if (node.type === 'ExportDefaultDeclaration') report(node, 'Default exports are not supported.');
    if (node.type === 'ExportAllDeclaration') report(node, 'Re-exports are not supported.');
    if (node.type === 'ExportNamedDeclaration' && node.source) report(node, 'Re-exports are not supported.');
    if (node.type !== 'Program') return;
    const names = node.body.flatMap((statement) => {
      if (statement.type !== 'ExportNamedDeclaration') return [];
      const { declaration, specifiers } = statement;
      if (!declaration) return specifiers.map(({ exported }) => exportedName(exported));
      if (declaration.type !== 'VariableDeclaration') return [declaration.id.name];
      return declaration.declarations.map(({ id }) => (id.type === 'Identifier' ? id.name : ''));
    });
    if (!HANDLERS.some((handler) => names.includes(handler))) {
      report(node, 'The code must export the handler functions request and response.');
    }
  },
};

/** Reports reads such as `util.toJson` or `ddb.sink`: members that the library does not have. */
function libraryMemberRule(library: LibraryShape): Rule {
  return {
    name: 'library-members',
    kinds: ['MemberExpression'],
    visit(node, path, context) {
      if (node.type !== 'MemberExpression') return;
      const owner = libraryObject(node.object, { library, path, context });
      const name = staticName(node);
      if (owner === undefined || name === undefined || Object.hasOwn(owner.members, name)) return;
      context.report(
        node.property,
        `error TS2339: Property '${name}' does not exist on type '${owner.type}'.`,
      );
    },
  };
}

interface Place {
  readonly library: LibraryShape;
  readonly path: NodePath;
  readonly context: RuleContext;
}

interface LibraryObject {
  readonly members: LibraryShape;
  readonly type: string;
}

function libraryObject(node: AnyNode, place: Place): LibraryObject | undefined {
  if (node.type === 'Identifier') return importedObject(node.name, place);
  if (node.type !== 'MemberExpression') return undefined;
  const owner = libraryObject(node.object, place);
  const name = staticName(node);
  if (owner === undefined || name === undefined || !Object.hasOwn(owner.members, name)) return undefined;
  const members = owner.members[name];
  return members == null ? undefined : { members, type: `${owner.type}.${name}` };
}

function importedObject(name: string, { library, path, context }: Place): LibraryObject | undefined {
  const binding = context.resolve(name, path);
  if (binding !== undefined && binding.kind !== 'import') return undefined;
  const module = library[binding?.module ?? CORE_MODULE];
  if (module == null) return undefined;
  if (binding?.imported === '*') return { members: module, type: `typeof import("${binding.module}")` };
  const exported = binding?.imported ?? name;
  const members = Object.hasOwn(module, exported) ? module[exported] : undefined;
  return members == null ? undefined : { members, type: exported };
}

function staticName(node: MemberExpression): string | undefined {
  if (node.computed) return node.property.type === 'Literal' ? String(node.property.value) : undefined;
  return node.property.type === 'Identifier' ? node.property.name : undefined;
}
