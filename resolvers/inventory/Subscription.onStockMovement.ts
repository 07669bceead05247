import { type Context, extensions } from '@aws-appsync/utils';

/** Nothing is asked of the data source: a subscription's resolver runs once, when a client subscribes. */
export function request() {
  return { payload: null };
}

/** AppSync itself would let `warehouseId: null` match nothing; here null, like no argument, means everything. */
export function response(ctx: Context<{ warehouseId?: string | null }>) {
  const { warehouseId } = ctx.args;
  if (warehouseId) {
    extensions.setSubscriptionFilter({
      filterGroup: [{ filters: [{ fieldName: 'warehouse.id', operator: 'eq', value: warehouseId }] }],
    });
  } else if (Object.hasOwn(ctx.args, 'warehouseId')) {
    extensions.setSubscriptionFilter({
      filterGroup: [{ filters: [{ fieldName: 'id', operator: 'ne', value: '' }] }],
    });
  }
  return null;
}
