/** For tests: loads code, runs one handler with a plain context, and fails loudly when the code is refused. */
import { buildContext } from '../build-context.ts';
import type { ContextInput } from '../build-context.ts';
import type { Evaluation, LoadOptions } from '../contract.ts';
import { loadCode } from '../load-code.ts';

export interface RunOptions {
  readonly handler?: 'request' | 'response';
  readonly context?: Partial<ContextInput>;
  readonly load?: Partial<LoadOptions>;
}

export function contextOf(parts: Partial<ContextInput> = {}) {
  return buildContext({
    arguments: {},
    identity: null,
    source: null,
    stash: {},
    env: {},
    request: { headers: {}, domainName: null },
    info: {
      fieldName: 'product',
      parentTypeName: 'Query',
      variables: {},
      selectionSetList: ['id', 'name'],
      selectionSetGraphQL: '{\n  id\n  name\n}',
    },
    ...parts,
  });
}

export function runCode(code: string, { handler = 'request', context, load }: RunOptions = {}): Evaluation {
  const loaded = loadCode(code, { name: 'Query.product', ...load });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.errors));
  return loaded.code.evaluate(handler, contextOf(context));
}

/** The value of one expression, evaluated in a request handler with all modules imported. */
export function evaluateExpression(expression: string, options: RunOptions = {}): unknown {
  const outcome = runCode(
    `import * as ddb from '@aws-appsync/utils/dynamodb';\nimport * as rds from '@aws-appsync/utils/rds';\nexport const request = (ctx) => (${expression});`,
    options,
  );
  if (outcome.kind !== 'value') throw new Error(JSON.stringify(outcome));
  return outcome.value;
}
