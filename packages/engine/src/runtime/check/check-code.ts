import type { AnyNode, Program } from 'acorn';
import { fullAncestor } from 'acorn-walk';
import type { CodeError } from '../contract.ts';
import { MAX_CODE_CHARS } from '../limits.ts';
import type { ResolveName } from './bindings.ts';
import { collectBindings } from './bindings.ts';
import { disallowedMethodsRule } from './disallowed-methods-rule.ts';
import { functionValueRules } from './function-value-rules.ts';
import { literalShapeRules } from './literal-shape-rules.ts';
import type { LibraryShape } from './module-rules.ts';
import { moduleRules } from './module-rules.ts';
import { parseModule } from './parse-module.ts';
import { readonlyContextRule } from './readonly-context-rule.ts';
import { recursionRule } from './recursion-rule.ts';
import type { Rule } from './rule.ts';
import { syntaxRules } from './syntax-rules.ts';

export type CheckResult =
  | { readonly ok: true; readonly program: Program; readonly resolve: ResolveName }
  | { readonly ok: false; readonly errors: readonly CodeError[] };

/**
 * Checks a resolver's or function's text against every restriction of the APPSYNC_JS runtime.
 * @returns the parsed module with its name look-up, or all faults in the order of the text; lines and columns count from 1
 * @see AppSync developer guide, "Supported runtime features"
 */
export function checkCode(code: string, library: LibraryShape): CheckResult {
  const sizeError = checkSize(code);
  if (sizeError !== undefined) return { ok: false, errors: [sizeError] };
  const parsed = parseModule(code);
  if (!parsed.ok) return parsed;
  const { program } = parsed;
  const resolve = collectBindings(program);
  const errors = applyRules({ program, resolve }, [
    ...syntaxRules,
    readonlyContextRule,
    recursionRule(),
    disallowedMethodsRule,
    ...functionValueRules,
    ...literalShapeRules(code),
    ...moduleRules(library),
  ]);
  return errors.length === 0 ? { ok: true, program, resolve } : { ok: false, errors };
}

function checkSize(code: string): CodeError | undefined {
  if (code.length <= MAX_CODE_CHARS) return undefined;
  return {
    errorType: 'LINT_ERROR',
    value: `The code has ${code.length} characters, more than the ${MAX_CODE_CHARS} that are allowed.`,
    location: { line: 1, column: 1, span: code.length },
  };
}

interface Module {
  readonly program: Program;
  readonly resolve: ResolveName;
}

function applyRules({ program, resolve }: Module, rules: readonly Rule[]): CodeError[] {
  const errors: CodeError[] = [];
  const report = (node: AnyNode, value: string): void => {
    const { line, column } = node.loc?.start ?? { line: 1, column: 0 };
    const span = node.end - node.start;
    errors.push({ errorType: 'LINT_ERROR', value, location: { line, column: column + 1, span } });
  };
  const byKind = groupByKind(rules);
  const context = { resolve, report };
  fullAncestor(program, (visited, _state, visitedPath) => {
    for (const rule of byKind.get(visited.type) ?? []) rule.visit(visited, visitedPath, context);
  });
  return errors.sort((a, b) => a.location.line - b.location.line || a.location.column - b.location.column);
}

/** Most nodes are of no interest to most rules. */
function groupByKind(rules: readonly Rule[]): ReadonlyMap<AnyNode['type'], readonly Rule[]> {
  const groups = new Map<AnyNode['type'], Rule[]>();
  for (const rule of rules) {
    for (const kind of rule.kinds) {
      const group = groups.get(kind);
      if (group === undefined) groups.set(kind, [rule]);
      else group.push(rule);
    }
  }
  return groups;
}
