/** For the tests: asks a handler as AppSync does. */
import type { Context } from 'aws-lambda';
import type { SubgraphHandler } from '@tributary/subgraph';

/** No handler of ours looks at the Lambda context. */
const context = { awsRequestId: 'test' } as Context;

export interface Question {
  readonly field: `${string}.${string}`;
  readonly args?: Readonly<Record<string, unknown>>;
  readonly source?: unknown;
}

/** One event, or a batch of them. */
export function askHandler(
  handler: SubgraphHandler,
  question: Question | readonly Question[],
): Promise<unknown> {
  return handler(isBatch(question) ? question.map(toEvent) : toEvent(question), context);
}

/** The field `_entities` for these representations. */
export function entities(...representations: readonly object[]): Question {
  return { field: 'Query._entities', args: { representations } };
}

function isBatch(question: Question | readonly Question[]): question is readonly Question[] {
  return Array.isArray(question);
}

function toEvent({ field, args = {}, source = null }: Question) {
  const [parentTypeName, fieldName] = field.split('.');
  return {
    arguments: args,
    identity: null,
    source,
    request: { headers: {}, domainName: null },
    prev: null,
    info: { fieldName, parentTypeName, variables: {}, selectionSetList: [], selectionSetGraphQL: '{}' },
    stash: {},
  };
}
