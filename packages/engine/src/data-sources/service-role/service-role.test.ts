import { describe, expect, it } from 'vitest';
import type { DynamoDb } from '../../dynamodb/contract.ts';
import type { LambdaHost } from '../../lambda-host/index.ts';
import type { DataSourceModel, IamPrincipalModel } from '../../model/app-model.ts';
import { createDataSources } from '../create-data-sources.ts';

const TABLE = 'arn:aws:dynamodb:eu-west-1:123456789012:table/posts';
const FUNCTION = 'arn:aws:lambda:eu-west-1:123456789012:function:work';
const BUS = 'arn:aws:events:eu-west-1:123456789012:event-bus/orders';
const ROLE = 'arn:aws:iam::123456789012:role/Source';

type Statement = Readonly<Record<string, unknown>>;

const allow = (action: string | readonly string[], resource: string | readonly string[]): Statement => ({
  Effect: 'Allow',
  Action: action,
  Resource: resource,
});

function start(
  statements: readonly Statement[],
  more: Partial<IamPrincipalModel> & { roleArn?: string } = {},
) {
  const { roleArn = ROLE, ...rest } = more;
  const principal: IamPrincipalModel = {
    kind: 'role',
    name: 'Source',
    arn: ROLE,
    policies: [{ Statement: statements }],
    unknownPolicies: [],
    ...rest,
  };
  const calls: string[] = [];
  const dynamodb: Pick<DynamoDb, 'call'> = {
    call(operation) {
      calls.push(operation);
      return Promise.resolve({});
    },
  };
  const lambda: Pick<LambdaHost, 'invoke' | 'invokeAsync'> = {
    invoke() {
      calls.push('invoke');
      return Promise.resolve({ kind: 'success', payload: 1, durationMs: 0 });
    },
    invokeAsync: () => void calls.push('invokeAsync'),
  };
  const dataSources: readonly DataSourceModel[] = [
    { kind: 'dynamodb', name: 'table', tableName: 'posts', roleArn },
    { kind: 'lambda', name: 'function', functionName: 'work', functionArn: FUNCTION, roleArn },
    { kind: 'eventbridge', name: 'bus', eventBusArn: BUS, roleArn },
  ];
  const sources = createDataSources({
    api: { id: 'api', dataSources },
    dynamodb,
    lambda,
    events: {
      putEvents() {
        calls.push('putEvents');
        return { Entries: [{ EventId: '1' }], FailedEntryCount: 0 };
      },
    },
    account: { region: 'eu-west-1', accountId: '123456789012', principals: [principal], tables: [] },
  });
  return {
    calls,
    async invoke(name: string, request: unknown): Promise<unknown> {
      const answer = await sources.get(name)?.invoke(request, { resolver: 'Query.a', requestId: 'r-1' });
      return answer?.error ?? 'allowed';
    },
  };
}

const KEY = { id: { S: '1' } };
const GET = { operation: 'GetItem', key: KEY };
const QUERY = {
  operation: 'Query',
  query: { expression: 'id = :i', expressionValues: { ':i': { S: '1' } } },
};
const TRANSACTION = {
  operation: 'TransactWriteItems',
  transactItems: [
    { table: 'posts', operation: 'PutItem', key: KEY, attributeValues: {} },
    {
      table: 'posts',
      operation: 'ConditionCheck',
      key: KEY,
      condition: { expression: 'attribute_exists(id)' },
    },
  ],
};

describe('the service role of a DynamoDB data source', () => {
  it.each<[string, readonly Statement[], unknown, string]>([
    ['everything', [allow('dynamodb:*', '*')], GET, 'allowed'],
    ['the operation', [allow(['dynamodb:GetItem'], TABLE)], GET, 'allowed'],
    ['another operation', [allow(['dynamodb:PutItem'], TABLE)], GET, 'dynamodb:GetItem'],
    ['another table', [allow('dynamodb:*', `${TABLE}-2`)], GET, 'dynamodb:GetItem'],
    [
      'the table, and its index is asked',
      [allow('dynamodb:Query', TABLE)],
      { ...QUERY, index: 'byDate' },
      'dynamodb:Query',
    ],
    [
      'the index',
      [allow('dynamodb:Query', [TABLE, `${TABLE}/index/*`])],
      { ...QUERY, index: 'byDate' },
      'allowed',
    ],
    [
      'a part of a transaction',
      [allow('dynamodb:PutItem', TABLE)],
      TRANSACTION,
      'dynamodb:ConditionCheckItem',
    ],
    [
      'a whole transaction',
      [allow(['dynamodb:PutItem', 'dynamodb:ConditionCheckItem'], TABLE)],
      TRANSACTION,
      'allowed',
    ],
    [
      'a table of a batch',
      [allow('dynamodb:BatchGetItem', TABLE)],
      { operation: 'BatchGetItem', tables: { posts: { keys: [KEY] }, users: { keys: [KEY] } } },
      'dynamodb:BatchGetItem',
    ],
  ])('may do %s', async (_name, statements, request, expected) => {
    const { invoke, calls } = start(statements);
    const outcome = await invoke('table', request);
    if (expected === 'allowed') expect([outcome, calls.length]).toEqual(['allowed', 1]);
    else {
      expect(outcome).toMatchObject({ message: expect.stringContaining(`perform: ${expected} on`) });
      expect(calls).toEqual([]);
    }
  });

  it('is refused in the words of AWS', async () => {
    expect(await start([]).invoke('table', GET)).toEqual({
      type: 'DynamoDB:AccessDeniedException',
      message:
        'User: arn:aws:sts::123456789012:assumed-role/Source/APPSYNC_ASSUME_ROLE is not authorized to perform: ' +
        `dynamodb:GetItem on resource: ${TABLE} because no identity-based policy allows the dynamodb:GetItem action ` +
        '(Service: AmazonDynamoDBv2; Status Code: 400; Error Code: AccessDeniedException; Request ID: r-1)',
    });
    const denied = start([allow('*', '*'), { ...allow('dynamodb:Get*', '*'), Effect: 'Deny' }]);
    expect(await denied.invoke('table', GET)).toMatchObject({
      message: expect.stringContaining('with an explicit deny in an identity-based policy'),
    });
  });
});

describe('the service role of a Lambda data source', () => {
  it.each([
    { operation: 'Invoke' },
    { operation: 'BatchInvoke' },
    { operation: 'Invoke', invocationType: 'Event' },
  ])('lets %j through, or not', async (request) => {
    const allowed = start([allow('lambda:InvokeFunction', [FUNCTION, `${FUNCTION}:*`])]);
    expect(await allowed.invoke('function', request)).toBe('allowed');
    const { invoke, calls } = start([allow('lambda:InvokeFunction', `${FUNCTION}:live`)]);
    expect(await invoke('function', request)).toMatchObject({
      type: 'Lambda:AccessDeniedException',
      message: expect.stringContaining(`perform: lambda:InvokeFunction on resource: ${FUNCTION} because`),
    });
    expect(calls).toEqual([]);
  });
});

describe('the service role of an EventBridge data source', () => {
  const request = { operation: 'PutEvents', events: [{ source: 'shop', detailType: 'Placed', detail: {} }] };

  it.each([
    ['the bus', [allow('events:PutEvents', BUS)], 'allowed'],
    ['every bus', [allow('events:*', 'arn:aws:events:*:*:event-bus/*')], 'allowed'],
    ['another bus', [allow('events:PutEvents', `${BUS}-2`)], 'refused'],
    ['another call', [allow('events:PutRule', '*')], 'refused'],
    [
      'the bus, and is denied it',
      [allow('events:*', '*'), { ...allow('events:Put*', BUS), Effect: 'Deny' }],
      'refused',
    ],
  ])('may use %s', async (_name, statements, expected) => {
    const { invoke, calls } = start(statements);
    const outcome = await invoke('bus', request);
    if (expected === 'allowed') expect([outcome, calls]).toEqual(['allowed', ['putEvents']]);
    else {
      expect(outcome).toMatchObject({
        type: 'AmazonEventBridge:AccessDeniedException',
        message: expect.stringContaining(
          `assumed-role/Source/APPSYNC_ASSUME_ROLE is not authorized to perform: events:PutEvents on resource: ${BUS}`,
        ) as string,
      });
      expect(calls).toEqual([]);
    }
  });
});

describe('what is not known', () => {
  it('is allowed: roles of elsewhere, policies of elsewhere, conditions', async () => {
    const elsewhere = start([], { roleArn: 'arn:aws:iam::123456789012:role/Elsewhere' });
    expect(await elsewhere.invoke('table', GET)).toBe('allowed');
    const unknown = start([], { unknownPolicies: ['arn:aws:iam::123456789012:policy/shared'] });
    expect(await unknown.invoke('table', GET)).toBe('allowed');
    const managed = start([], { unknownPolicies: ['arn:aws:iam::aws:policy/AmazonDynamoDBReadOnlyAccess'] });
    expect(await managed.invoke('table', GET)).toBe('allowed');
    expect(await managed.invoke('function', { operation: 'Invoke' })).toMatchObject({
      type: 'Lambda:AccessDeniedException',
    });
    const Condition = { 'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': ['1'] } };
    expect(await start([{ ...allow('dynamodb:*', '*'), Condition }]).invoke('table', GET)).toBe('allowed');
  });
});
