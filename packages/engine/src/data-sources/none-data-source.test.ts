import { expect, it } from 'vitest';
import { createNoneDataSource } from './none-data-source.ts';

const call = { resolver: 'Query.a', requestId: 'r' };

it('D29 returns the payload, and null without one', async () => {
  const source = createNoneDataSource('none');
  expect(await source.invoke({ payload: { a: 1 } }, call)).toEqual({
    kind: 'answered',
    result: { a: 1 },
    error: null,
  });
  expect(await source.invoke({}, call)).toEqual({ kind: 'answered', result: null, error: null });
});
