/** `operations` of `@aws-appsync/utils/dynamodb`: marks that tell `update` what to do with an attribute. */
import { isRecord } from '../../model/is-record.ts';

export type UpdateOperation =
  | { readonly type: 'OPERATION_ADD'; readonly value: unknown }
  | { readonly type: 'OPERATION_REPLACE'; readonly value: unknown }
  | { readonly type: 'OPERATION_REMOVE' }
  | { readonly type: 'OPERATION_INCREMENT'; readonly by: number }
  | { readonly type: 'OPERATION_DECREMENT'; readonly by: number }
  | { readonly type: 'OPERATION_APPEND'; readonly items: unknown }
  | { readonly type: 'OPERATION_PREPEND'; readonly items: unknown }
  | { readonly type: 'OPERATION_UPDATE_LIST_ITEM'; readonly value: unknown; readonly index: number };

/**
 * Differs or unconfirmed: the shapes of `remove` and `updateListItem` and the default step of 1 are not
 * published; the others are what the service returns.
 */
export const operations = {
  add: (value: unknown): UpdateOperation => ({ type: 'OPERATION_ADD', value }),
  remove: (): UpdateOperation => ({ type: 'OPERATION_REMOVE' }),
  replace: (value: unknown): UpdateOperation => ({ type: 'OPERATION_REPLACE', value }),
  increment: (by?: number): UpdateOperation => ({ type: 'OPERATION_INCREMENT', by: by ?? 1 }),
  decrement: (by?: number): UpdateOperation => ({ type: 'OPERATION_DECREMENT', by: by ?? 1 }),
  append: (items: unknown): UpdateOperation => ({ type: 'OPERATION_APPEND', items }),
  prepend: (items: unknown): UpdateOperation => ({ type: 'OPERATION_PREPEND', items }),
  updateListItem: (value: unknown, index: number): UpdateOperation => ({
    type: 'OPERATION_UPDATE_LIST_ITEM',
    value,
    index,
  }),
};

export function isUpdateOperation(value: unknown): value is UpdateOperation {
  return isRecord(value) && typeof value['type'] === 'string' && value['type'].startsWith('OPERATION_');
}
