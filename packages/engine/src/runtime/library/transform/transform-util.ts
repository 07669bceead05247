import { toFilterExpression } from './filter-expression.ts';
import { toOpenSearchQuery } from './opensearch-query.ts';
import { toSubscriptionFilter } from './subscription-filter.ts';

/** `util.transform`: all but the subscription filter answer JSON text. */
export function buildTransformUtil() {
  return {
    toDynamoDBFilterExpression: (filter: unknown): string => JSON.stringify(toFilterExpression(filter)),
    toDynamoDBConditionExpression: (condition: unknown): string =>
      JSON.stringify(toFilterExpression(condition)),
    toElasticsearchQueryDSL: (filter: unknown): string => JSON.stringify(toOpenSearchQuery(filter)),
    toSubscriptionFilter,
  };
}
