import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { toBatchGetKeys } from '../dynamodb/get-items.ts';
import { planEntityLookup } from './entity-lookup-plan.ts';
import { createEntityReader } from './entity-reader.ts';
import { openEntityTable } from './entity-table.ts';
import { parseEntityLookups } from './parse-entity-lookups.ts';

const productLookups = [
  { key: 'id', attributes: { pk: 'PRODUCT#{id}' } },
  { key: 'sku', index: 'by-sku' },
];

describe('planEntityLookup', () => {
  it('fills templates for the table key and takes the field itself without them', () => {
    expect(planEntityLookup(productLookups, { __typename: 'Product', id: 'p-1' })).toEqual({
      kind: 'table-key',
      key: { pk: 'PRODUCT#p-1' },
    });
    expect(planEntityLookup(productLookups, { __typename: 'Product', sku: 'AB' })).toEqual({
      kind: 'index',
      index: 'by-sku',
      key: { sku: 'AB' },
    });
  });

  it('keeps numbers of compound keys and refuses representations that fit no key', () => {
    const lookups = [{ key: 'shop number', attributes: { pk: '{shop}', sk: '{number}' } }];
    expect(planEntityLookup(lookups, { __typename: 'Till', shop: 's', number: 7 })).toMatchObject({
      key: { pk: 's', sk: 7 },
    });
    expect(() => planEntityLookup(lookups, { __typename: 'Till', shop: 's' })).toThrow(/no lookup of Till/);
  });
});

describe('toBatchGetKeys', () => {
  it('gives lists of at most 100 distinct keys', () => {
    const keys = Array.from({ length: 250 }, (_, position) => ({ id: `p-${position % 120}` }));
    expect(toBatchGetKeys(keys).map((chunk) => chunk.length)).toEqual([100, 20]);
    expect(toBatchGetKeys([])).toEqual([]);
  });
});

describe('parseEntityLookups', () => {
  it('reads lookups and names what is wrong', () => {
    expect(parseEntityLookups(JSON.stringify({ Product: productLookups }))).toEqual({
      Product: productLookups,
    });
    expect(() => parseEntityLookups(undefined)).toThrow(/not set/);
    expect(() => parseEntityLookups('{"Product":[{"index":"x"}]}')).toThrow(/ENTITY_LOOKUPS.Product/);
  });
});

interface DynamoDbRequest {
  readonly RequestItems: {
    readonly products: { readonly Keys: readonly { readonly pk: { readonly S: string } }[] };
  };
  readonly ExpressionAttributeValues: Readonly<Record<string, unknown>>;
}

/** Serves half of the keys of a BatchGetItem, and one item for a Query. */
function answerHalfHeartedly(target: string, body: DynamoDbRequest): object {
  if (target.endsWith('.Query')) {
    return { Items: [{ pk: { S: 'PRODUCT#p-9' }, sku: body.ExpressionAttributeValues[':k0'] }] };
  }
  const keys = body.RequestItems.products.Keys;
  const served = keys.slice(0, Math.ceil(keys.length / 2)).filter((key) => key.pk.S !== 'PRODUCT#none');
  const left = keys.slice(Math.ceil(keys.length / 2));
  return {
    Responses: { products: served.map((key) => ({ ...key, name: { S: `Item ${key.pk.S}` } })) },
    UnprocessedKeys: left.length === 0 ? {} : { products: { Keys: left } },
  };
}

async function startHalfHeartedDynamoDb() {
  const targets: string[] = [];
  const server = createServer((request, response) => {
    void json(request).then((body) => {
      const target = String(request.headers['x-amz-target']);
      targets.push(target);
      response.setHeader('content-type', 'application/x-amz-json-1.0');
      response.end(JSON.stringify(answerHalfHeartedly(target, body as DynamoDbRequest)));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const client = new DynamoDBClient({
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const stop = () => {
    client.destroy();
    server.close();
  };
  return { targets, stop, client: DynamoDBDocumentClient.from(client) };
}

describe('the entity reader over the real SDK', () => {
  it('asks again for unprocessed keys and aligns items with representations', async () => {
    const dynamoDb = await startHalfHeartedDynamoDb();
    try {
      const loaders = createEntityReader(openEntityTable(dynamoDb.client, 'products'), {
        Product: productLookups,
      });
      const asked = ['p-1', 'none', 'p-2', 'p-3'].map((id) => ({ __typename: 'Product', id }));
      const answers = await loaders['Product']?.([...asked, { __typename: 'Product', sku: 'AB' }]);
      expect(answers).toEqual([
        { pk: 'PRODUCT#p-1', name: 'Item PRODUCT#p-1' },
        null,
        { pk: 'PRODUCT#p-2', name: 'Item PRODUCT#p-2' },
        { pk: 'PRODUCT#p-3', name: 'Item PRODUCT#p-3' },
        { pk: 'PRODUCT#p-9', sku: 'AB' },
      ]);
      const batchGets = dynamoDb.targets.filter((target) => target.endsWith('.BatchGetItem'));
      expect(batchGets).toHaveLength(3);
    } finally {
      dynamoDb.stop();
    }
  });
});
