import { describe, expect, it } from 'vitest';
import { evaluateExpression, runCode } from '../testing/run-code.ts';

/** Outputs of the service, recorded through EvaluateCode; compared as text. */
describe('D50 recorded outputs', () => {
  const update = (operation: string): unknown => {
    const request = evaluateExpression(`ddb.update({ key: { id: '1' }, update: { age: ${operation} } })`);
    return (request as { update: { expression: string } }).update.expression;
  };

  it.each([
    ["ddb.get({ key: { id: 'id' } })", '{"operation":"GetItem","key":{"id":{"S":"id"}}}'],
    [
      "ddb.put({ key: { id: 'abc' }, item: { value: 10 } })",
      '{"operation":"PutItem","key":{"id":{"S":"abc"}},"attributeValues":{"value":{"N":10}}}',
    ],
    ["ddb.remove({ key: { id: 'id' } })", '{"operation":"DeleteItem","key":{"id":{"S":"id"}}}'],
    ["ddb.scan({ limit: 10, nextToken: 'abc' })", '{"operation":"Scan","limit":10,"nextToken":"abc"}'],
    [
      "ddb.update({ key: { id: 'id' }, update: { age: 10 } })",
      '{"operation":"UpdateItem","key":{"id":{"S":"id"}},"update":{"expression":"SET #expName_1 = :expValue_1","expressionNames":{"#expName_1":"age"},"expressionValues":{":expValue_1":{"N":10}}}}',
    ],
    ['ddb.operations.add(1)', '{"type":"OPERATION_ADD","value":1}'],
    ['ddb.operations.replace(1)', '{"type":"OPERATION_REPLACE","value":1}'],
    ['ddb.operations.append([1])', '{"type":"OPERATION_APPEND","items":[1]}'],
    ['ddb.operations.prepend([1])', '{"type":"OPERATION_PREPEND","items":[1]}'],
    ['ddb.operations.increment(2)', '{"type":"OPERATION_INCREMENT","by":2}'],
    ['ddb.operations.decrement(2)', '{"type":"OPERATION_DECREMENT","by":2}'],
  ])('%s', (expression, text) => {
    expect(JSON.stringify(evaluateExpression(expression))).toBe(text);
  });

  it.each([
    ['ddb.operations.add(1)', 'SET #expName_1 = :expValue_1'],
    ['ddb.operations.replace(1)', 'SET #expName_1 = :expValue_1'],
    ['ddb.operations.increment(1)', 'SET #expName_1 = #expName_1 + :expValue_1'],
    ['ddb.operations.decrement(1)', 'SET #expName_1 = #expName_1 - :expValue_1'],
    ['ddb.operations.append([1])', 'SET #expName_1 = list_append(#expName_1, :expValue_1)'],
    ['ddb.operations.prepend([1])', 'SET #expName_1 = list_append(:expValue_1, #expName_1)'],
  ])('update with %s', (operation, expression) => {
    expect(update(operation)).toBe(expression);
  });
});

describe('D50 requests', () => {
  it('has conditions, projections and the other inputs', () => {
    expect(
      evaluateExpression(
        "ddb.put({ key: { id: 'a' }, item: { tags: ddb.toStringSet(['x']) }, condition: { id: { attributeExists: false } }, _version: 2 })",
      ),
    ).toEqual({
      operation: 'PutItem',
      key: { id: { S: 'a' } },
      attributeValues: { tags: { SS: ['x'] } },
      condition: { expression: '(attribute_not_exists(#id))', expressionNames: { '#id': 'id' } },
      _version: 2,
    });
    expect(
      evaluateExpression(
        "ddb.get({ key: { id: 'a' }, consistentRead: true, projection: ['id', 'nested.object[1]'] })",
      ),
    ).toEqual({
      operation: 'GetItem',
      key: { id: { S: 'a' } },
      consistentRead: true,
      projection: {
        expression: '#expName_1, #expName_2.#expName_3[1]',
        expressionNames: { '#expName_1': 'id', '#expName_2': 'nested', '#expName_3': 'object' },
      },
    });
  });

  it('queries by key conditions', () => {
    expect(
      evaluateExpression(
        "ddb.query({ query: { pk: { eq: 'a' }, sk: { beginsWith: 'b' } }, index: 'byX', limit: 5, nextToken: null, filter: { n: { gt: 1 } }, scanIndexForward: false })",
      ),
    ).toEqual({
      operation: 'Query',
      query: {
        expression: '(#pk = :pk_eq) AND (begins_with(#sk,:sk_beginsWith))',
        expressionNames: { '#pk': 'pk', '#sk': 'sk' },
        expressionValues: { ':pk_eq': { S: 'a' }, ':sk_beginsWith': { S: 'b' } },
      },
      index: 'byX',
      limit: 5,
      scanIndexForward: false,
      filter: {
        expression: '(#n > :n_gt)',
        expressionNames: { '#n': 'n' },
        expressionValues: { ':n_gt': { N: 1 } },
      },
    });
  });

  it('updates several, nested and removed attributes', () => {
    const request = evaluateExpression(`ddb.update({
      key: { id: 'a' },
      update: {
        name: 'n',
        address: { city: 'Ulm', zip: ddb.operations.remove() },
        list: [ddb.operations.updateListItem('x', 1)],
        gone: ddb.operations.remove(),
        nothing: null,
        whole: ddb.operations.replace({ name: 1 }),
      },
    })`);
    expect(request).toMatchObject({
      update: {
        expression:
          'SET #expName_1 = :expValue_1, #expName_2.#expName_3 = :expValue_2, #expName_5[1] = :expValue_3, ' +
          '#expName_7 = :expValue_4, #expName_8 = :expValue_5 REMOVE #expName_2.#expName_4, #expName_6',
        expressionValues: { ':expValue_4': { NULL: null }, ':expValue_5': { M: { name: { N: 1 } } } },
      },
    });
  });

  it('has no values when it only removes', () => {
    const request = evaluateExpression(
      "ddb.update({ key: { id: 'a' }, update: { n: ddb.operations.remove() } })",
    );
    expect((request as { update: unknown }).update).toEqual({
      expression: 'REMOVE #expName_1',
      expressionNames: { '#expName_1': 'n' },
    });
  });

  it('reads and writes batches', () => {
    expect(
      evaluateExpression(
        "ddb.batchGet({ tables: { T: { keys: [{ id: 1 }], consistentRead: true, projection: ['id'] } } })",
      ),
    ).toEqual({
      operation: 'BatchGetItem',
      tables: {
        T: {
          keys: [{ id: { N: 1 } }],
          consistentRead: true,
          projection: { expression: '#expName_1', expressionNames: { '#expName_1': 'id' } },
        },
      },
    });
    expect(evaluateExpression('ddb.batchPut({ tables: { T: [{ id: 1 }] } })')).toEqual({
      operation: 'BatchPutItem',
      tables: { T: [{ id: { N: 1 } }] },
    });
    expect(evaluateExpression('ddb.batchDelete({ tables: { T: [{ id: 1 }] } })')).toEqual({
      operation: 'BatchDeleteItem',
      tables: { T: [{ id: { N: 1 } }] },
    });
  });

  it('reads and writes transactions', () => {
    expect(evaluateExpression("ddb.transactGet({ items: [{ table: 'T', key: { id: 1 } }] })")).toEqual({
      operation: 'TransactGetItems',
      transactItems: [{ table: 'T', key: { id: { N: 1 } } }],
    });
    const target = "table: 'T', key: { id: 1 }";
    const written = evaluateExpression(`ddb.transactWrite({ items: [
      { putItem: { ${target}, item: { a: 1 } } },
      { updateItem: { ${target}, update: { a: 2 } } },
      { deleteItem: { ${target}, condition: { a: { eq: 1 } } } },
      { conditionCheck: { ${target}, condition: { id: { attributeExists: true } } } },
    ] })`);
    expect(written).toMatchObject({
      operation: 'TransactWriteItems',
      transactItems: [
        { table: 'T', operation: 'PutItem', key: { id: { N: 1 } }, attributeValues: { a: { N: 1 } } },
        { operation: 'UpdateItem', update: { expression: 'SET #expName_1 = :expValue_1' } },
        { operation: 'DeleteItem', condition: { expression: '(#a = :a_eq)' } },
        { operation: 'ConditionCheck', condition: { expression: '(attribute_exists(#id))' } },
      ],
    });
  });

  it('names the missing input', () => {
    const outcome = runCode(
      "import { get } from '@aws-appsync/utils/dynamodb';\nexport const request = () => get({});",
    );
    expect(outcome).toMatchObject({ error: { message: 'code.js:2:30: The helper needs a "key" object.' } });
  });
});
