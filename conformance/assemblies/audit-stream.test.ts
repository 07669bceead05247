import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { auditStream } from './apps/audit-stream.ts';
import { type RunningAssembly, runApplication } from './run-application.ts';

let assembly: RunningAssembly;
beforeAll(async () => {
  assembly = await runApplication(auditStream);
});
afterAll(() => assembly.stop());

interface NoteRecord {
  readonly eventName: string;
  readonly dynamodb: Readonly<Record<string, unknown>>;
}

/** What functions kept under a prefix, in order. */
async function notes(prefix: string): Promise<readonly NoteRecord[]> {
  const answer = (await assembly.query('{ notes { id text } }')) as {
    data: { notes: { id: string; text: string }[] };
  };
  return answer.data.notes
    .filter(({ id }) => id.startsWith(prefix))
    .toSorted((left, right) => (left.id < right.id ? -1 : 1))
    .map(({ text }) => JSON.parse(text) as NoteRecord);
}

function put(id: string, kind: string, text: string): Promise<unknown> {
  return assembly.query(
    'mutation ($id: ID!, $kind: String!, $text: String) { put(id: $id, kind: $kind, text: $text) { id } }',
    {
      id,
      kind,
      text,
    },
  );
}

const WAIT = { timeout: 15_000, interval: 100 };

describe("a table's stream", () => {
  it('hands changes to the function in order, without those that the filters leave out', async () => {
    await put('a', 'audited', 'one');
    await put('b', 'plain', 'unseen');
    await put('a', 'audited', 'two');
    await assembly.query('mutation { remove(id: "a") { id } }');
    const seen = await vi.waitFor(async () => {
      const now = await notes('audit:');
      expect(now).toHaveLength(3);
      return now;
    }, WAIT);
    expect(seen.map(({ eventName }) => eventName)).toEqual(['INSERT', 'MODIFY', 'REMOVE']);
    const [one, two] = ['one', 'two'].map((text) => ({
      id: { S: 'a' },
      kind: { S: 'audited' },
      text: { S: text },
    }));
    expect(seen[1]).toEqual({
      eventID: expect.stringMatching(/^[\da-f]{32}$/),
      eventName: 'MODIFY',
      eventVersion: '1.1',
      eventSource: 'aws:dynamodb',
      awsRegion: 'us-east-1',
      dynamodb: {
        ApproximateCreationDateTime: expect.any(Number),
        Keys: { id: { S: 'a' } },
        NewImage: two,
        OldImage: one,
        SequenceNumber: expect.stringMatching(/^\d{21,}$/),
        SizeBytes: expect.any(Number),
        StreamViewType: 'NEW_AND_OLD_IMAGES',
      },
      eventSourceARN: expect.stringMatching(
        /^arn:aws:dynamodb:us-east-1:000000000000:table\/.+\/stream\/.+$/,
      ),
    });
    expect(seen[0]?.dynamodb).not.toHaveProperty('OldImage');
    expect(seen[2]?.dynamodb).not.toHaveProperty('NewImage');
  });

  it('gives up only the record that fails, and tells the destination where it is', async () => {
    await Promise.all([
      put('c', 'audited', 'fine'),
      put('d', 'audited', 'poison'),
      put('e', 'audited', 'fine'),
    ]);
    await vi.waitFor(async () => expect(await notes('failed:')).toHaveLength(1), WAIT);
    await vi.waitFor(async () => expect(await notes('audit:')).toHaveLength(5), WAIT);
    expect(await notes('failed:')).toMatchObject([
      {
        requestContext: {
          functionArn: expect.stringMatching(/^arn:aws:lambda:us-east-1:000000000000:function:/),
          condition: 'RetryAttemptsExhausted',
          approximateInvokeCount: 2,
        },
        DDBStreamBatchInfo: { batchSize: 1 },
      },
    ]);
    const keys = (await notes('audit:')).map(({ dynamodb }) => dynamodb['Keys']);
    expect(keys.slice(3)).toEqual(expect.arrayContaining([{ id: { S: 'c' } }, { id: { S: 'e' } }]));
  });
});
