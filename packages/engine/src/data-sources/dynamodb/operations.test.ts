/** AppSync developer guide, "Resolver function reference for DynamoDB": limits, defaults, and results of failed calls. */
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { noteKey, openNotes } from './testing/notes-table.ts';

let notes: Awaited<ReturnType<typeof openNotes>>;
beforeAll(async () => {
  notes = await openNotes();
});
afterAll(() => notes.stop());
beforeEach(async () => {
  for (const at of [1, 2, 3]) {
    await notes.invoke({
      operation: 'PutItem',
      key: noteKey(at),
      attributeValues: { text: { S: `note ${at}` } },
    });
  }
  notes.calls.length = 0;
});

const QUERY = {
  operation: 'Query',
  query: { expression: 'id = :id', expressionValues: { ':id': { S: 'a' } } },
};

describe('typed values', () => {
  it.each([
    ['S', { S: 'text' }, 'text'],
    ['S', { S: '' }, ''],
    ['SS', { SS: ['a', 'b'] }, ['a', 'b']],
    ['N as a number', { N: 1.5 }, 1.5],
    ['N as text', { N: '-7' }, -7],
    ['NS', { NS: [1, 2] }, [1, 2]],
    ['B', { B: 'aGVsbG8=' }, 'aGVsbG8='],
    ['BS', { BS: ['aGVsbG8='] }, ['aGVsbG8=']],
    ['BOOL', { BOOL: false }, false],
    ['NULL', { NULL: null }, null],
    ['L', { L: [{ S: 'a' }, { N: 1 }, { NULL: null }] }, ['a', 1, null]],
    ['M', { M: { deep: { M: { er: { BOOL: true } } } } }, { deep: { er: true } }],
  ])('%s is written, and read as a plain value', async (_type, typed, plain) => {
    const written = await notes.invoke({
      operation: 'PutItem',
      key: noteKey(8),
      attributeValues: { v: typed },
    });
    expect(written).toMatchObject({ error: null, result: { v: plain } });
    expect(await notes.invoke({ operation: 'GetItem', key: noteKey(8) })).toMatchObject({
      result: { v: plain },
    });
    await notes.invoke({ operation: 'DeleteItem', key: noteKey(8) });
  });
});

describe('errors of the service', () => {
  it('are told in the words of the SDK', async () => {
    const condition = { expression: 'attribute_not_exists(id)' };
    expect(await notes.invoke({ operation: 'PutItem', key: noteKey(1), condition })).toMatchObject({
      error: {
        type: 'DynamoDB:ConditionalCheckFailedException',
        message:
          'The conditional request failed (Service: AmazonDynamoDBv2; Status Code: 400; Error Code: ' +
          'ConditionalCheckFailedException; Request ID: r-1)',
      },
    });
  });

  it.each([
    [
      'a name that is not used',
      { ...QUERY, filter: { expression: '#t = :id', expressionNames: { '#t': 'text', '#x': 'y' } } },
      'unused in expressions',
    ],
    [
      'a projection beside ALL_ATTRIBUTES',
      { ...QUERY, select: 'ALL_ATTRIBUTES', projection: { expression: 'id' } },
      'Cannot specify the ProjectionExpression when choosing to get ALL_ATTRIBUTES',
    ],
    ['a segment beyond the last', { operation: 'Scan', segment: 2, totalSegments: 2 }, 'Segment'],
  ])('speak of %s', async (_what, request, message) => {
    expect(await notes.invoke(request)).toMatchObject({
      error: {
        type: 'DynamoDB:ValidationException',
        message: expect.stringContaining(message) as string,
      },
      result: null,
    });
  });
});

describe('failed conditions', () => {
  it.each([
    [undefined, true],
    [true, true],
    [false, false],
  ])('with consistentRead %s read the item back consistently: %s', async (consistentRead, expected) => {
    const condition = { expression: 'attribute_not_exists(id)', consistentRead };
    await notes.invoke({ operation: 'DeleteItem', key: noteKey(1), condition });
    expect(notes.calls.map(({ operation, input }) => [operation, input['ConsistentRead']])).toEqual([
      ['DeleteItem', undefined],
      ['GetItem', expected],
    ]);
  });

  it('take the strategy Reject for the default', async () => {
    const request = { operation: 'DeleteItem', key: noteKey(1) };
    const expression = 'attribute_not_exists(id)';
    const plain = await notes.invoke({ ...request, condition: { expression } });
    const conditionalCheckFailedHandler = { strategy: 'Reject' };
    const named = await notes.invoke({
      ...request,
      condition: { expression, conditionalCheckFailedHandler },
    });
    expect(named).toEqual(plain);
  });

  it('do not count an update as done that would change nothing', async () => {
    const update = { expression: 'SET #t = :t', expressionNames: { '#t': 'text' } };
    const request = {
      operation: 'UpdateItem',
      key: noteKey(1),
      update: { ...update, expressionValues: { ':t': { S: 'note 1' } } },
      condition: { expression: 'attribute_not_exists(id)', equalsIgnore: ['text'] },
    };
    expect(await notes.invoke(request)).toMatchObject({
      error: { type: 'DynamoDB:ConditionalCheckFailedException' },
      result: { text: 'note 1' },
    });
  });
});

describe('single items', () => {
  it('an update makes an item that is not there', async () => {
    const update = { expression: 'ADD votes :one', expressionValues: { ':one': { N: 1 } } };
    expect(await notes.invoke({ operation: 'UpdateItem', key: noteKey(7), update })).toMatchObject({
      result: { id: 'a', at: 7, votes: 1 },
    });
    await notes.invoke({ operation: 'DeleteItem', key: noteKey(7) });
  });

  it('a put replaces the whole item, and needs no attributes but its key', async () => {
    expect(await notes.invoke({ operation: 'PutItem', key: noteKey(1) })).toMatchObject({
      result: { id: 'a', at: 1 },
    });
    expect(await notes.invoke({ operation: 'GetItem', key: noteKey(1) })).toMatchObject({
      result: expect.not.objectContaining({ text: 'note 1' }) as object,
    });
  });

  it('what only versioned tables know is left alone, and so is version', async () => {
    const more = { version: '2018-05-29', customPartitionKey: 'p', populateIndexFields: true };
    expect(await notes.invoke({ operation: 'PutItem', key: noteKey(1), ...more })).toMatchObject({
      error: null,
    });
  });

  it.each([
    [{ operation: 'GetItem', key: noteKey(1) }, undefined],
    [{ operation: 'GetItem', key: noteKey(1), consistentRead: true }, true],
    [QUERY, undefined],
    [{ ...QUERY, consistentRead: true }, true],
    [{ operation: 'Scan', consistentRead: false }, false],
  ])('%j is read consistently when it says so', async (request, expected) => {
    await notes.invoke(request);
    expect(notes.calls.map(({ input }) => input['ConsistentRead'])).toEqual([expected]);
  });
});

describe('pages', () => {
  it('count what was looked at, not what the filter let through', async () => {
    const filter = { expression: '#t = :t', expressionNames: { '#t': 'text' } };
    const request = {
      ...QUERY,
      limit: 1,
      filter: { ...filter, expressionValues: { ':t': { S: 'note 2' } } },
    };
    const read = async (nextToken?: string) => {
      const answer = await notes.invoke({ ...request, nextToken });
      return answer.kind === 'answered'
        ? (answer.result as { items: unknown[]; nextToken: string | null; scannedCount: number })
        : undefined;
    };
    const first = await read();
    expect(first).toMatchObject({ items: [], scannedCount: 1, nextToken: expect.any(String) as string });
    const second = await read(first?.nextToken ?? '');
    expect(second).toMatchObject({ items: [{ text: 'note 2' }], scannedCount: 1 });
  });

  it.each([undefined, null, ''])('begin at the beginning with the nextToken %j', async (nextToken) => {
    expect(await notes.invoke({ operation: 'Scan', nextToken })).toMatchObject({
      result: { scannedCount: 3, nextToken: null },
    });
  });

  it('of a scan go on where they ended', async () => {
    const first = await notes.invoke({ operation: 'Scan', limit: 2 });
    const { nextToken } = (first.kind === 'answered' ? first.result : {}) as { nextToken: string };
    expect(await notes.invoke({ operation: 'Scan', nextToken })).toMatchObject({
      result: { items: [{ at: 3 }], nextToken: null },
    });
  });
});

describe('batches', () => {
  const many = (count: number) => Array.from({ length: count }, (_, at) => noteKey(100 + at));

  it.each([
    ['BatchGetItem', { notes: { keys: many(101) } }, 101, 'unprocessedKeys'],
    ['BatchPutItem', { notes: many(26) }, 26, 'unprocessedItems'],
    ['BatchDeleteItem', { notes: many(26) }, 26, 'unprocessedKeys'],
    ['BatchGetItem', { notes: { keys: [noteKey(1), noteKey(1)] } }, 2, 'unprocessedKeys'],
    ['BatchGetItem', { elsewhere: { keys: [noteKey(1)] } }, 1, 'unprocessedKeys'],
  ])('%s that is refused has every table and every place', async (operation, tables, count, unprocessed) => {
    const [name = ''] = Object.keys(tables);
    const answer = await notes.invoke({ operation, tables });
    expect(answer).toMatchObject({
      result: { data: { [name]: Array(count).fill(null) }, [unprocessed]: { [name]: expect.any(Array) } },
      error: { type: expect.stringMatching(/^DynamoDB:(Validation|ResourceNotFound)Exception$/) as string },
    });
    const { result } = answer as { result: Record<string, Record<string, unknown[]>> };
    expect(result[unprocessed]?.[name]).toHaveLength(count);
  });

  it.each([
    ['100 keys', 'BatchGetItem', { notes: { keys: many(100) } }],
    ['25 items', 'BatchPutItem', { notes: many(25) }],
    ['25 keys', 'BatchDeleteItem', { notes: many(25) }],
  ])('may have %s', async (_what, operation, tables) => {
    expect(await notes.invoke({ operation, tables })).toMatchObject({ error: null });
  });

  it('take the short form of the guide, and say which keys are given twice', async () => {
    expect(
      await notes.invoke({ operation: 'BatchGetItem', tables: { notes: [noteKey(2), noteKey(9)] } }),
    ).toMatchObject({ result: { data: { notes: [{ at: 2 }, null] }, unprocessedKeys: { notes: [] } } });
    const twice = { notes: [noteKey(2), noteKey(2)] };
    expect(await notes.invoke({ operation: 'BatchGetItem', tables: twice })).toMatchObject({
      error: {
        message: expect.stringContaining('Provided list of item keys contains duplicates') as string,
      },
    });
  });

  it('have null in the place of what the service left unprocessed', async () => {
    const [one, two] = [noteKey(1), noteKey(2)].map((key) => ({ ...key, at: { N: String(key.at.N) } }));
    const busy = await openNotes({
      answer: (operation) => {
        if (operation === 'BatchGetItem') {
          return { Responses: { notes: [one] }, UnprocessedKeys: { notes: { Keys: [two] } } };
        }
        return operation === 'BatchWriteItem'
          ? {
              UnprocessedItems: {
                notes: [{ PutRequest: { Item: two }, DeleteRequest: { Key: two } }],
              },
            }
          : undefined;
      },
    });
    onTestFinished(() => busy.stop());
    const keys = [noteKey(2), noteKey(1)];
    const [first, second] = [
      { id: 'a', at: 1 },
      { id: 'a', at: 2 },
    ];
    expect(await busy.invoke({ operation: 'BatchGetItem', tables: { notes: { keys } } })).toMatchObject({
      result: { data: { notes: [null, first] }, unprocessedKeys: { notes: [second] } },
    });
    expect(await busy.invoke({ operation: 'BatchPutItem', tables: { notes: keys } })).toMatchObject({
      result: { data: { notes: [null, first] }, unprocessedItems: { notes: [second] } },
    });
    expect(await busy.invoke({ operation: 'BatchDeleteItem', tables: { notes: keys } })).toMatchObject({
      result: { data: { notes: [null, first] }, unprocessedKeys: { notes: [second] } },
    });
  });
});

describe('transactions', () => {
  const put = (at: number, more: object = {}) => ({
    operation: 'PutItem',
    table: 'notes',
    key: noteKey(at),
    ...more,
  });
  const write = (...transactItems: readonly object[]) =>
    notes.invoke({ operation: 'TransactWriteItems', transactItems });

  it('write nothing unless all can be written', async () => {
    const condition = { expression: 'attribute_not_exists(id)' };
    expect(await write(put(50), put(1, { condition }))).toMatchObject({
      error: { type: 'DynamoDB:TransactionCanceledException' },
      result: {
        keys: null,
        cancellationReasons: [
          { type: 'None', message: 'None' },
          { type: 'ConditionCheckFailed', item: { at: 1 } },
        ],
      },
    });
    expect(await notes.invoke({ operation: 'GetItem', key: noteKey(50) })).toMatchObject({ result: null });
  });

  it.each([
    ['100 items', 100, null],
    ['101 items', 101, { type: 'DynamoDB:ValidationException' }],
  ])('may have 100 items: %s', async (_what, count, error) => {
    const answer = await write(...Array.from({ length: count }, (_, at) => put(200 + at)));
    if (error === null) expect(answer).toMatchObject({ error: null });
    else expect(answer).toMatchObject({ error, result: null });
  });

  it('refuse two items on one key', async () => {
    expect(await write(put(60), put(60))).toMatchObject({
      error: { message: expect.stringContaining('multiple operations on one item') as string },
    });
  });

  it('want a condition in a ConditionCheck', async () => {
    expect(await write({ operation: 'ConditionCheck', table: 'notes', key: noteKey(1) })).toMatchObject({
      kind: 'refused',
      error: { message: "Value for field '$[transactItems][condition]' not found." },
    });
  });

  it('that read are canceled with reasons too', async () => {
    const busy = await openNotes();
    onTestFinished(() => busy.stop());
    const transactItems = [1, 2].map((at) => ({ table: 'elsewhere', key: noteKey(at) }));
    const answer = await busy.invoke({ operation: 'TransactGetItems', transactItems });
    expect(answer).toMatchObject({ error: { type: 'DynamoDB:ResourceNotFoundException' }, result: null });
  });
});
