/** The price list, asked from the catalog's entity function: no other team's table is read. */
import { InvokeCommand, type LambdaClient } from '@aws-sdk/client-lambda';
import type { PriceList } from '../domain/price-list.ts';
import type { Money } from '../generated/types.ts';
import { parseProductPrices } from './parse-product-prices.ts';

/**
 * Builds the price list on a Lambda function that answers `_entities` events.
 * @throws Error from `pricesOf` when the function fails
 */
export function catalogPriceList(client: LambdaClient, functionName: string): PriceList {
  return {
    pricesOf: async (productIds): Promise<ReadonlyMap<string, Money>> => {
      const distinct = [...new Set(productIds)];
      const answer = await client.send(
        new InvokeCommand({ FunctionName: functionName, Payload: JSON.stringify(entitiesEvent(distinct)) }),
      );
      const text = answer.Payload?.transformToString() ?? 'null';
      if (answer.FunctionError !== undefined) throw new Error(`the catalog could not be asked: ${text}`);
      return parseProductPrices(JSON.parse(text), distinct);
    },
  };
}

/** The event that AppSync sends for entities. AppSync developer guide, "Direct Lambda resolvers". */
function entitiesEvent(productIds: readonly string[]) {
  const representations = productIds.map((id) => ({ __typename: 'Product', id }));
  return {
    arguments: { representations },
    identity: null,
    source: null,
    request: { headers: {}, domainName: null },
    prev: null,
    info: {
      fieldName: '_entities',
      parentTypeName: 'Query',
      variables: {},
      selectionSetList: [],
      selectionSetGraphQL: '',
    },
    stash: {},
  };
}
