import { type Context, extensions } from '@aws-appsync/utils';

/** Nothing is asked of the data source: a subscription's resolver runs once, when a client subscribes. */
export function request() {
  return { payload: null };
}

/** AppSync itself would let `category: null` match nothing; here null, like no argument, means everything. */
export function response(ctx: Context<{ category?: string | null }>) {
  const { category } = ctx.args;
  const filter = category
    ? { fieldName: 'category', operator: 'eq' as const, value: category }
    : { fieldName: 'id', operator: 'ne' as const, value: '' };
  extensions.setSubscriptionFilter({ filterGroup: [{ filters: [filter] }] });
  return null;
}
