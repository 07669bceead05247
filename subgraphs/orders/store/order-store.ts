/** Orders in DynamoDB. The only folder of this subgraph that knows the AWS SDK. */
import { type DynamoDBDocumentClient, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { parsePageToken, toPageToken } from '@tributary/subgraph';
import { getItems, refusedItem, writeTransaction } from '@tributary/subgraph/dynamodb';
import type { OrderRecord } from '../domain/order-record.ts';
import type { OrderTransition } from '../domain/order-transition.ts';
import type { OrderStatus } from '../generated/types.ts';
import { applyTransition } from './apply-transition.ts';
import { fromOrderItem, LISTING, orderKey, requestKey, toOrderItem } from './order-item.ts';

/** Which orders: of one customer, in one state, or all. Each is an index, newest last. */
export type OrderList =
  | { readonly kind: 'all' }
  | { readonly kind: 'status'; readonly status: OrderStatus }
  | { readonly kind: 'customer'; readonly customerId: string };

export interface OrderPage {
  readonly items: readonly OrderRecord[];
  readonly nextToken: string | null;
}

export interface PageRequest {
  readonly limit: number;
  readonly nextToken?: string | null;
}

export interface OrderStore {
  /** Aligned with the ids; null where there is none. */
  readonly byIds: (ids: readonly string[]) => Promise<readonly (OrderRecord | null)[]>;
  readonly byRequest: (clientRequestId: string) => Promise<OrderRecord | null>;
  /** Newest first. */
  readonly page: (list: OrderList, request: PageRequest) => Promise<OrderPage>;
  /** Adds the order, or answers the one that the same request has placed before. */
  readonly add: (order: OrderRecord, clientRequestId: string) => Promise<OrderRecord>;
  /** @throws SubgraphError `OrderNotFound` or `IllegalTransition`; the order is as it was then */
  readonly transit: (id: string, transition: OrderTransition, at: string) => Promise<OrderRecord>;
}

export function openOrderStore(client: DynamoDBDocumentClient, tableName: string): OrderStore {
  const table = { TableName: tableName };
  const byIds = async (ids: readonly string[]) => {
    const items = await getItems(client, tableName, ids.map(orderKey));
    const orders = new Map(items.map(fromOrderItem).map((order) => [order.id, order]));
    return ids.map((id) => orders.get(id) ?? null);
  };
  const byRequest = async (clientRequestId: string) => {
    const request = { ...table, Key: requestKey(clientRequestId), ConsistentRead: true };
    const { Item: guard } = await client.send(new GetCommand(request));
    if (typeof guard?.['orderId'] !== 'string') return null;
    const { Item: item } = await client.send(
      new GetCommand({ ...table, Key: orderKey(guard['orderId']), ConsistentRead: true }),
    );
    return item === undefined ? null : fromOrderItem(item);
  };
  return {
    byIds,
    byRequest,
    page: async (list, { limit, nextToken }) => {
      const { index, attribute, value } = indexOf(list);
      const answer = await client.send(
        new QueryCommand({
          ...table,
          IndexName: index,
          KeyConditionExpression: '#partition = :partition',
          ExpressionAttributeNames: { '#partition': attribute },
          ExpressionAttributeValues: { ':partition': value },
          ExclusiveStartKey: parsePageToken(nextToken),
          ScanIndexForward: false,
          Limit: limit,
        }),
      );
      return {
        items: (answer.Items ?? []).map(fromOrderItem),
        nextToken: toPageToken(answer.LastEvaluatedKey),
      };
    },
    add: async (order, clientRequestId) => {
      const guard = { ...requestKey(clientRequestId), orderId: order.id };
      const puts = [guard, toOrderItem(order)].map((item) => ({
        Put: { ...table, Item: item, ConditionExpression: 'attribute_not_exists(pk)' },
      }));
      try {
        await writeTransaction(client, puts);
        return order;
      } catch (error) {
        if (refusedItem(error)?.position !== 0) throw error;
        const placed = await byRequest(clientRequestId);
        if (placed === null) throw error;
        return placed;
      }
    },
    transit: async (id, transition, at) =>
      fromOrderItem(await applyTransition(client, { tableName, id, transition, at })),
  };
}

function indexOf(list: OrderList): {
  readonly index: string;
  readonly attribute: string;
  readonly value: string;
} {
  switch (list.kind) {
    case 'all':
      return { index: 'by-listing', attribute: 'listing', value: LISTING };
    case 'status':
      return { index: 'by-status', attribute: 'status', value: list.status };
    case 'customer':
      return { index: 'by-customer', attribute: 'customerId', value: list.customerId };
  }
}
