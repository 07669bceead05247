import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { batchAuthors } from './apps/batch-authors.ts';
import { type RunningAssembly, runApplication } from './run-application.ts';

let assembly: RunningAssembly;
beforeAll(async () => {
  assembly = await runApplication(batchAuthors);
});
afterAll(() => assembly.stop());

describe('Lambda batches', () => {
  it('D22 give each parent its own answer, in chunks of the size that the resolver sets', async () => {
    expect(await assembly.query('{ posts(count: 6) { author { name } batchSize } }')).toEqual({
      data: {
        posts: [4, 4, 4, 4, 2, 2].map((batchSize, at) => ({
          author: { name: `Author a-${at % 2}` },
          batchSize,
        })),
      },
    });
  });

  it('fail for one parent alone', async () => {
    expect(await assembly.query('{ posts(count: 3) { rating } }')).toMatchObject({
      data: { posts: [{ rating: 0 }, { rating: null }, { rating: 2 }] },
      errors: [{ path: ['posts', 1, 'rating'], errorType: 'NotRated', message: 'No rating for p-1' }],
    });
  });
});
