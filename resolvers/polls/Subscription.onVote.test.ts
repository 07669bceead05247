import { testResolver } from '@tributary/engine/testing';
import { expect, it } from 'vitest';

const onVote = await testResolver({ file: new URL('./Subscription.onVote.ts', import.meta.url) });

it('asks nothing of the data source', () => {
  expect(onVote.request({ arguments: { pollId: '1' } }).value).toEqual({ payload: null });
});

it('filters by the id of the poll', () => {
  const filters = [{ fieldName: 'id', operator: 'eq', value: '1' }];
  expect(onVote.response({ arguments: { pollId: '1' } })).toMatchObject({
    value: null,
    extensions: [{ kind: 'set-subscription-filter', filter: { filterGroup: [{ filters }] } }],
  });
});
