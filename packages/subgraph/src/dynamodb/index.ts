/** What the stores of Lambda subgraphs share. Apart from the main entry: only they load the AWS SDK. */
export { getItems, type Item, type ItemKey } from './get-items.ts';
export { refusedItem, type RefusedItem } from './refused-transaction.ts';
export { writeTransaction } from './write-transaction.ts';
