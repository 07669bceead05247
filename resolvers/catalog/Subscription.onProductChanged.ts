import { type Context, extensions } from '@aws-appsync/utils';

/** Nothing is asked of the data source: a subscription's resolver runs once, when a client subscribes. */
export function request() {
  return { payload: null };
}

/** AppSync itself would let `category: null` match nothing; here null, like no argument, means everything. */
export function response(ctx: Context<{ category?: string | null }>) {
  const { category } = ctx.args;
  if (category) {
    extensions.setSubscriptionFilter({
      filterGroup: [{ filters: [{ fieldName: 'category', operator: 'eq', value: category }] }],
    });
  } else if (Object.hasOwn(ctx.args, 'category')) {
    extensions.setSubscriptionFilter({
      filterGroup: [{ filters: [{ fieldName: 'id', operator: 'ne', value: '' }] }],
    });
  }
  return null;
}
