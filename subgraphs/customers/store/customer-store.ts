/** Customers in DynamoDB: the only place of this subgraph that knows the AWS SDK. */
import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { parsePageToken, SubgraphError, toPageToken } from '@tributary/subgraph';
import { getItems, type ItemKey, refusedItem, writeTransaction } from '@tributary/subgraph/dynamodb';
import type { Customer, CustomerConnection } from '../generated/types.ts';
import { customerKey, emailKey, fromCustomerItem, LISTING, toCustomerItem } from './customer-item.ts';

export interface CustomerStore {
  /** Aligned with the ids; null where there is none. */
  readonly byIds: (ids: readonly string[]) => Promise<readonly (Customer | null)[]>;
  /** Aligned with the addresses, which are in the form of `emailIdentity`. */
  readonly byEmails: (emails: readonly string[]) => Promise<readonly (Customer | null)[]>;
  readonly page: (limit: number, nextToken: string | null | undefined) => Promise<CustomerConnection>;
  /** @throws SubgraphError `EmailTaken` */
  readonly add: (customer: Customer) => Promise<void>;
}

export function openCustomerStore(client: DynamoDBDocumentClient, tableName: string): CustomerStore {
  const byPk = async (keys: readonly ItemKey[]) => {
    const items = await getItems(client, tableName, keys);
    return new Map(items.map((item) => [item['pk'], item]));
  };
  const byIds = async (ids: readonly string[]) => {
    const items = await byPk(ids.map(customerKey));
    return ids.map((id) => {
      const item = items.get(customerKey(id).pk);
      return item === undefined ? null : fromCustomerItem(item);
    });
  };
  return {
    byIds,
    byEmails: async (emails) => {
      const guards = await byPk(emails.map(emailKey));
      const ids = emails.map((email) => guards.get(emailKey(email).pk)?.['customerId']);
      const found = await byIds(ids.filter((id) => typeof id === 'string'));
      const customers = new Map(found.map((customer) => [customer?.id, customer]));
      return ids.map((id) => (typeof id === 'string' ? (customers.get(id) ?? null) : null));
    },
    page: async (limit, nextToken) => {
      const answer = await client.send(
        new QueryCommand({
          TableName: tableName,
          IndexName: 'by-listing',
          KeyConditionExpression: 'listing = :listing',
          ExpressionAttributeValues: { ':listing': LISTING },
          ExclusiveStartKey: parsePageToken(nextToken),
          Limit: limit,
        }),
      );
      return {
        items: (answer.Items ?? []).map(fromCustomerItem),
        nextToken: toPageToken(answer.LastEvaluatedKey),
      };
    },
    add: async (customer) => {
      const guard = { ...emailKey(customer.email), customerId: customer.id };
      const puts = [guard, toCustomerItem(customer)].map((item) => ({
        Put: { TableName: tableName, Item: item, ConditionExpression: 'attribute_not_exists(pk)' },
      }));
      try {
        await writeTransaction(client, puts);
      } catch (error) {
        if (refusedItem(error)?.position !== 0) throw error;
        throw new SubgraphError('EmailTaken', `another customer has the address ${customer.email}`);
      }
    },
  };
}
