import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { orderEvents } from './apps/order-events.ts';
import { type RunningAssembly, runApplication } from './run-application.ts';

let assembly: RunningAssembly;
beforeAll(async () => {
  assembly = await runApplication(orderEvents);
});
afterAll(() => assembly.stop());

async function notes(): Promise<ReadonlyMap<string, unknown>> {
  const answer = (await assembly.query('{ notes { id text } }')) as {
    data: { notes: { id: string; text: string }[] };
  };
  return new Map(answer.data.notes.map(({ id, text }) => [id, JSON.parse(text) as unknown]));
}

describe('events of a mutation', () => {
  it('reach the targets of the rules that match, each in its own form', async () => {
    const put = '{ FailedEntryCount Entries { ErrorCode } }';
    expect(await assembly.query(`mutation { place(id: "o-1", total: 250) ${put} }`)).toEqual({
      data: { place: { FailedEntryCount: 0, Entries: [{ ErrorCode: null }, { ErrorCode: null }] } },
    });
    await assembly.query(`mutation { place(id: "o-2", total: 5) ${put} }`);
    const seen = await vi.waitFor(
      async () => {
        const now = await notes();
        expect([...now.keys()].toSorted()).toEqual([
          'all:o-1',
          'all:o-2',
          'large:o-1',
          'queue:o-1',
          'queue:o-2',
          'summary:o-1',
          'summary:o-2',
        ]);
        return now;
      },
      { timeout: 15_000, interval: 100 },
    );
    expect(seen.get('all:o-1')).toEqual({
      version: '0',
      id: expect.stringMatching(/^[\da-f-]{36}$/),
      'detail-type': 'OrderPlaced',
      source: 'shop',
      account: '000000000000',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      region: 'us-east-1',
      resources: [],
      detail: { id: 'o-1', total: 250 },
    });
    expect(seen.get('large:o-1')).toEqual({ id: 'o-1', total: 250 });
    expect(seen.get('summary:o-2')).toEqual({ id: 'o-2', text: 'total 5' });
  });

  it('D32 reports a partial failure in the result, not as an error', async () => {
    const put = '{ FailedEntryCount Entries { ErrorCode ErrorMessage } }';
    expect(await assembly.query(`mutation { placeAs(source: "aws.shop") ${put} }`)).toEqual({
      data: {
        placeAs: {
          FailedEntryCount: 1,
          Entries: [
            {
              ErrorCode: 'NotAuthorizedForSourceException',
              ErrorMessage: 'Not authorized for the source.',
            },
            { ErrorCode: null, ErrorMessage: null },
          ],
        },
      },
    });
  });
});
