import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { workQueue } from './apps/work-queue.ts';
import { type RunningAssembly, runApplication } from './run-application.ts';

let assembly: RunningAssembly;
beforeAll(async () => {
  assembly = await runApplication(workQueue);
});
afterAll(() => assembly.stop());

async function notes(): Promise<ReadonlyMap<string, string>> {
  const answer = (await assembly.query('{ notes { id text } }')) as {
    data: { notes: { id: string; text: string }[] };
  };
  return new Map(answer.data.notes.map(({ id, text }) => [id, text]));
}

describe('a queue with a worker', () => {
  it('handles messages once, and puts those that keep failing with the dead letters', async () => {
    const answer = (await assembly.query('mutation { enqueue(bodies: ["a", "fail-1", "b"]) }')) as {
      data: { enqueue: string };
    };
    expect(JSON.parse(answer.data.enqueue)).toEqual({
      Successful: ['0', '1', '2'].map((Id) => ({
        Id,
        MessageId: expect.any(String),
        MD5OfMessageBody: expect.stringMatching(/^[\da-f]{32}$/),
      })),
    });
    const seen = await vi.waitFor(
      async () => {
        const now = await notes();
        expect([...now.keys()].toSorted()).toEqual(['dead:fail-1', 'done:a', 'done:b']);
        return now;
      },
      { timeout: 20_000, interval: 200 },
    );
    expect(JSON.parse(seen.get('done:b') ?? '')).toMatchObject({
      attributes: { ApproximateReceiveCount: '1' },
      messageAttributes: { place: { stringValue: '2', dataType: 'Number' } },
    });
  });
});
