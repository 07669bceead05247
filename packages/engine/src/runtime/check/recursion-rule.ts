import type { CallExpression } from 'acorn';
import type { FunctionNode } from './bindings.ts';
import { isFunctionNode } from './bindings.ts';
import type { NodePath, Rule, RuleContext } from './rule.ts';

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
export function recursionRule(): Rule {
  const calls: Call[] = [];
  return {
    name: 'no-recursion',
    kinds: ['CallExpression', 'Program'],
    visit(node, path, context) {
      const call = node.type === 'CallExpression' ? toCall(node, path, context) : undefined;
      if (call !== undefined) calls.push(call);
      // The last node of all: every call is known.
      if (node.type === 'Program') reportCycles(calls, context);
    },
  };
}

function toCall(node: CallExpression, path: NodePath, context: RuleContext): Call | undefined {
  if (node.callee.type !== 'Identifier') return undefined;
  const caller = path.findLast(isFunctionNode);
  const binding = context.resolve(node.callee.name, path);
  if (caller === undefined || binding?.kind !== 'function') return undefined;
  return { node, caller, callee: binding.node, calleeName: binding.name };
}

function reportCycles(calls: readonly Call[], context: RuleContext): void {
  for (const call of calls) {
    const back = wayBack(call, calls);
    if (back === undefined) continue;
    // The last call of the way back names the caller; without one the function calls itself.
    const callerName = back.at(-1)?.calleeName ?? call.calleeName;
    const names = [callerName, ...[call, ...back].map(({ calleeName }) => calleeName)].join(' <-');
    context.report(call.node, `Recursive function calls not supported. Detected cycle in ${names}`);
  }
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
