import { type Context, extensions } from '@aws-appsync/utils';

/** Nothing is asked of the data source: a subscription's resolver runs once, when a client subscribes. */
export function request() {
  return { payload: null };
}

/** AppSync itself would let `id: null` match nothing; here null, like no argument, means everything. */
export function response(ctx: Context<{ id?: string | null }>) {
  const { id } = ctx.args;
  if (id) {
    extensions.setSubscriptionFilter({
      filterGroup: [{ filters: [{ fieldName: 'id', operator: 'eq', value: id }] }],
    });
  } else if (Object.hasOwn(ctx.args, 'id')) {
    extensions.setSubscriptionFilter({
      filterGroup: [{ filters: [{ fieldName: 'id', operator: 'ne', value: '' }] }],
    });
  }
  return null;
}
