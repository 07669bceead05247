/** Moves an order from one state to the next, only if it is in a state that the step starts from. */
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { SubgraphError } from '@tributary/subgraph';
import type { Item } from '@tributary/subgraph/dynamodb';
import { illegalTransition, type OrderTransition } from '../domain/order-transition.ts';
import { fromOrderItem, orderKey } from './order-item.ts';

export interface TransitionRequest {
  readonly tableName: string;
  readonly id: string;
  readonly transition: OrderTransition;
  /** AWSDateTime. */
  readonly at: string;
}

/**
 * Answers the changed item.
 * @throws SubgraphError `OrderNotFound` or `IllegalTransition`
 */
export async function applyTransition(
  client: DynamoDBDocumentClient,
  request: TransitionRequest,
): Promise<Item> {
  const { tableName, id, transition, at } = request;
  const from = Object.fromEntries(transition.from.map((status, position) => [`:from${position}`, status]));
  const update = new UpdateCommand({
    TableName: tableName,
    Key: orderKey(id),
    UpdateExpression: 'SET #status = :to, updatedAt = :at',
    ConditionExpression: `#status IN (${Object.keys(from).join(', ')})`,
    ExpressionAttributeNames: { '#status': 'status' },
    ExpressionAttributeValues: { ':to': transition.to, ':at': at, ...from },
    ReturnValues: 'ALL_NEW',
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  });
  try {
    return (await client.send(update)).Attributes ?? {};
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    if (error.Item === undefined) throw new SubgraphError('OrderNotFound', `there is no order ${id}`);
    throw illegalTransition(fromOrderItem(unmarshall(error.Item)).status, transition.to);
  }
}
