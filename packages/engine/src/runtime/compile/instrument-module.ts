/**
 * Turns a checked module into the body of a strict function that returns the exported handlers, and puts in
 * what plain JavaScript lacks to behave like AppSync: counted loops, `typeof` of functions, and members that
 * the runtime does not have.
 */
import type { AnyNode, ForInStatement, ForOfStatement, Program } from 'acorn';
import { fullAncestor } from 'acorn-walk';
import type { ResolveName } from '../check/bindings.ts';
import { exportedName, patternNames } from '../check/declared-names.ts';
import { MAX_LOOP_ITERATIONS } from '../limits.ts';
import { guardMember } from './guard-member.ts';
import type { EditedSource, SourceEdits } from './source-edits.ts';
import { createSourceEdits } from './source-edits.ts';

export interface InstrumentedModule {
  readonly body: EditedSource;
  /** Destructuring statements that stand for the imports; they read from the map of modules `modulesName`. */
  readonly imports: string;
  /** Exported name to local name. */
  readonly exports: ReadonlyMap<string, string>;
  /** Start of each method call by the start of the method's name, which is what stack traces point at. */
  readonly callStarts: ReadonlyMap<number, number>;
}

/** Names under which the generated code reaches its surroundings; they must not occur in the user's code. */
export interface SupportNames {
  readonly support: string;
  readonly modules: string;
  readonly counter: string;
}

export interface CheckedModule {
  readonly code: string;
  readonly program: Program;
  readonly resolve: ResolveName;
}

export function instrumentModule(
  { code, program, resolve }: CheckedModule,
  names: SupportNames,
): InstrumentedModule {
  const edits = createSourceEdits(code);
  const imports: string[] = [];
  const exports = new Map<string, string>();
  const callStarts = new Map<number, number>();
  fullAncestor(program, (visited, _state, visitedPath) => {
    const node = visited;
    const path = visitedPath;
    switch (node.type) {
      case 'ImportDeclaration':
        imports.push(importStatement(node, names.modules));
        edits.replace(node, '');
        return;
      case 'ExportNamedDeclaration':
        for (const [exported, local] of exportedNames(node)) exports.set(exported, local);
        edits.replace({ start: node.start, end: node.declaration?.start ?? node.end }, '');
        return;
      case 'ForInStatement':
      case 'ForOfStatement':
        countLoop(edits, node, names);
        return;
      case 'UnaryExpression':
        if (node.operator !== 'typeof') return;
        edits.open(node.start, `${names.support}.typeOf(`);
        edits.close(node.end, ')');
        return;
      case 'CallExpression':
        if (node.callee.type === 'MemberExpression') callStarts.set(node.callee.property.start, node.start);
        return;
      case 'MemberExpression':
        guardMember(edits, { node, path, resolve, code, support: names.support });
        return;
      default:
        return;
    }
  });
  return { body: edits.render(), imports: imports.join('\n'), exports, callStarts };
}

function importStatement(node: AnyNode & { type: 'ImportDeclaration' }, modules: string): string {
  const module = `${modules}[${JSON.stringify(node.source.value)}]`;
  const parts = node.specifiers.flatMap((specifier) =>
    specifier.type === 'ImportSpecifier'
      ? [`${JSON.stringify(exportedName(specifier.imported))}: ${specifier.local.name}`]
      : [],
  );
  const namespaces = node.specifiers.filter(({ type }) => type === 'ImportNamespaceSpecifier');
  return [
    ...namespaces.map(({ local }) => `const ${local.name} = ${module};`),
    ...(parts.length === 0 ? [] : [`const { ${parts.join(', ')} } = ${module};`]),
  ].join('\n');
}

function exportedNames(
  node: AnyNode & { type: 'ExportNamedDeclaration' },
): [exported: string, local: string][] {
  const { declaration, specifiers } = node;
  if (!declaration) {
    return specifiers.map(({ exported, local }) => [exportedName(exported), exportedName(local)]);
  }
  const locals =
    declaration.type === 'VariableDeclaration'
      ? declaration.declarations.flatMap(({ id }) => patternNames(id))
      : [declaration.id.name];
  return locals.map((name) => [name, name]);
}

/** `for (...) body` becomes `{ let n = 0; for (...) { if (++n > limit) stop; body } }`. */
function countLoop(edits: SourceEdits, loop: ForInStatement | ForOfStatement, names: SupportNames): void {
  const { counter, support } = names;
  const check = `if (++${counter} > ${MAX_LOOP_ITERATIONS}) ${support}.stopLoop(${loop.start});`;
  edits.open(loop.start, `{ let ${counter} = 0; `);
  edits.close(loop.end, ' }');
  if (loop.body.type === 'BlockStatement') {
    edits.open(loop.body.start + 1, ` ${check}`);
    return;
  }
  edits.open(loop.body.start, `{ ${check} `);
  edits.close(loop.body.end, ' }');
}
