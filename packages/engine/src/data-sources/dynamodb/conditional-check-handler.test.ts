/** AppSync developer guide, "Condition expressions", "Handling a condition check failure": the strategy Custom. */
import { describe, expect, it, onTestFinished } from 'vitest';
import { noteKey, type NotesOptions, openNotes } from './testing/notes-table.ts';

const LAMBDA_ARN = 'arn:aws:lambda:eu-west-1:123456789012:function:decide:live';
const CONDITION = {
  expression: 'attribute_not_exists(id)',
  conditionalCheckFailedHandler: { strategy: 'Custom', lambdaArn: LAMBDA_ARN },
};
const PUT = {
  operation: 'PutItem',
  key: noteKey(1),
  attributeValues: { text: { S: 'new' } },
  condition: CONDITION,
};
const STORED = { id: 'a', at: 1, text: 'old' };

/** A table with one note, which every put of the tests finds in its way. */
async function start(answer: unknown, options: NotesOptions = {}) {
  const asked: unknown[] = [];
  const notes = await openNotes({
    ...options,
    invoke: (functionName, event) => {
      asked.push({ functionName, event });
      return answer;
    },
  });
  onTestFinished(() => notes.stop());
  await notes.invoke({ operation: 'PutItem', key: noteKey(1), attributeValues: { text: { S: 'old' } } });
  return { ...notes, asked, stored: () => notes.invoke({ operation: 'GetItem', key: noteKey(1) }) };
}

describe('a function that decides over a failed condition', () => {
  it('is told what was asked, what is stored, and by whom', async () => {
    const field = {
      parentType: 'Mutation',
      fieldName: 'save',
      outputType: 'Note!',
      arguments: { id: 'a' },
      identity: { sub: 'ann' },
    };
    const { invoke, asked } = await start({ action: 'reject' }, { field });
    await invoke(PUT);
    expect(asked).toEqual([
      {
        functionName: 'decide',
        event: {
          arguments: { id: 'a' },
          requestMapping: PUT,
          currentValue: STORED,
          resolver: {
            tableName: 'notes',
            awsRegion: 'eu-west-1',
            parentType: 'Mutation',
            field: 'save',
            outputType: 'Note!',
          },
          identity: { sub: 'ann' },
        },
      },
    ]);
  });

  it('may reject: the error, with the stored item beside it', async () => {
    const { invoke } = await start({ action: 'reject' });
    expect(await invoke(PUT)).toMatchObject({
      error: { type: 'DynamoDB:ConditionalCheckFailedException' },
      result: STORED,
    });
  });

  it('may discard: the stored item without an error', async () => {
    const { invoke, stored } = await start({ action: 'discard' });
    expect(await invoke(PUT)).toEqual({ kind: 'answered', error: null, result: STORED });
    expect(await stored()).toMatchObject({ result: STORED });
  });

  it('may try again with other values, on the same key', async () => {
    const retryMapping = {
      operation: 'DeleteItem',
      key: noteKey(9),
      attributeValues: { text: { S: 'merged' } },
      condition: { expression: 'attribute_exists(id)' },
    };
    const { invoke, stored, asked } = await start({ action: 'retry', retryMapping });
    const merged = { id: 'a', at: 1, text: 'merged' };
    expect(await invoke(PUT)).toEqual({ kind: 'answered', error: null, result: merged });
    expect(await stored()).toMatchObject({ result: merged });
    expect(asked).toHaveLength(1);
  });

  it('is not asked again when its second try fails: that one is rejected', async () => {
    const retryMapping = { attributeValues: { text: { S: 'merged' } }, condition: CONDITION };
    const { invoke, asked } = await start({ action: 'retry', retryMapping });
    expect(await invoke(PUT)).toMatchObject({
      error: { type: 'DynamoDB:ConditionalCheckFailedException' },
      result: STORED,
    });
    expect(asked).toHaveLength(1);
  });

  it('may try an update again', async () => {
    const update = { expression: 'SET #t = :t', expressionNames: { '#t': 'text' } };
    const set = (text: string) => ({ ...update, expressionValues: { ':t': { S: text } } });
    const { invoke } = await start({ action: 'retry', retryMapping: { update: set('merged') } });
    const request = { operation: 'UpdateItem', key: noteKey(1), update: set('new'), condition: CONDITION };
    expect(await invoke(request)).toMatchObject({ error: null, result: { text: 'merged' } });
  });

  it.each([[null], [{}], [{ action: 'explode' }], [{ action: 'retry' }], ['reject']])(
    'that answers %j fails the field',
    async (answer) => {
      const { invoke } = await start(answer);
      expect(await invoke(PUT)).toMatchObject({
        error: { message: expect.stringContaining(`${LAMBDA_ARN} failed: it answered`) as string },
        result: STORED,
      });
    },
  );

  it('is not asked where the write counts as done', async () => {
    const { invoke, asked } = await start({ action: 'reject' });
    expect(await invoke({ ...PUT, attributeValues: { text: { S: 'old' } } })).toMatchObject({ error: null });
    expect(asked).toEqual([]);
  });

  it('has to be allowed by the role of the data source', async () => {
    const role = { refusal: (action: string, resource: string) => `not ${action} on ${resource}` };
    const { invoke, asked } = await start({ action: 'discard' }, { role });
    expect(await invoke(PUT)).toMatchObject({
      error: { message: expect.stringContaining(`not lambda:InvokeFunction on ${LAMBDA_ARN}`) as string },
    });
    expect(asked).toEqual([]);
  });
});
