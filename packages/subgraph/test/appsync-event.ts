/** AppSync's direct-Lambda event, as a test needs it. */
import type { Context } from 'aws-lambda';
import type { SubgraphEvent } from '../src/index.ts';

export interface AppSyncEventParts {
  readonly field: `${string}.${string}`;
  readonly args?: Record<string, unknown>;
  readonly source?: unknown;
}

export function appSyncEvent({ field, args = {}, source = null }: AppSyncEventParts): SubgraphEvent {
  const [parentTypeName = '', fieldName = ''] = field.split('.');
  return {
    arguments: args,
    identity: null,
    source,
    request: { headers: {}, domainName: null },
    prev: null,
    info: { fieldName, parentTypeName, variables: {}, selectionSetList: [], selectionSetGraphQL: '' },
    stash: {},
  };
}

export function entitiesEvent(...representations: readonly unknown[]): SubgraphEvent {
  return appSyncEvent({ field: 'Query._entities', args: { representations } });
}

export const lambdaContext: Context = {
  callbackWaitsForEmptyEventLoop: false,
  functionName: 'subgraph',
  functionVersion: '$LATEST',
  invokedFunctionArn: 'arn:aws:lambda:us-east-1:000000000000:function:subgraph',
  memoryLimitInMB: '256',
  awsRequestId: 'request-1',
  logGroupName: 'group',
  logStreamName: 'stream',
  getRemainingTimeInMillis: () => 10_000,
  done: () => undefined,
  fail: () => undefined,
  succeed: () => undefined,
};
