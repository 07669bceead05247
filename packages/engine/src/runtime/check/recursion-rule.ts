import type { AnyNode, CallExpression } from 'acorn';
import { fullAncestor } from 'acorn-walk';
import type { FunctionNode } from './bindings.ts';
import { isFunctionNode } from './bindings.ts';
import type { Rule, RuleContext } from './rule.ts';

interface Call {
  readonly node: CallExpression;
  readonly caller: FunctionNode;
  readonly callee: FunctionNode;
  readonly calleeName: string;
}

/**
 * `no-recursion`: no cycle in the call graph of the functions in the file. Every call that is part of a cycle
 * is reported, with the names along the cycle.
 */
export const recursionRule: Rule = {
  name: 'no-recursion',
  visit(node, _path, context) {
    if (node.type !== 'Program') return;
    const calls = collectCalls(node, context);
    for (const call of calls) {
      const back = wayBack(call, calls);
      if (back === undefined) continue;
      // The last call of the way back names the caller; without one the function calls itself.
      const callerName = back.at(-1)?.calleeName ?? call.calleeName;
      const names = [callerName, ...[call, ...back].map(({ calleeName }) => calleeName)].join(' <-');
      context.report(call.node, `Recursive function calls not supported. Detected cycle in ${names}`);
    }
  },
};

function collectCalls(program: AnyNode, context: RuleContext): Call[] {
  const calls: Call[] = [];
  fullAncestor(program, (visited, _state, visitedPath) => {
    const node = visited;
    if (node.type !== 'CallExpression' || node.callee.type !== 'Identifier') return;
    const path = visitedPath;
    const caller = path.findLast(isFunctionNode);
    const binding = context.resolve(node.callee.name, path);
    if (caller === undefined || binding?.kind !== 'function') return;
    calls.push({ node, caller, callee: binding.node, calleeName: binding.name });
  });
  return calls;
}

/** The calls that lead from `from.callee` back to `from.caller`; empty when they are the same function. */
function wayBack(from: Call, calls: readonly Call[]): Call[] | undefined {
  const seen = new Set<FunctionNode>();
  const search = (at: FunctionNode): Call[] | undefined => {
    if (at === from.caller) return [];
    if (seen.has(at)) return undefined;
    seen.add(at);
    for (const next of calls) {
      if (next.caller !== at) continue;
      const rest = search(next.callee);
      if (rest !== undefined) return [next, ...rest];
    }
    return undefined;
  };
  return search(from.callee);
}
