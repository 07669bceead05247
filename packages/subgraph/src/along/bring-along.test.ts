import { describe, expect, it } from 'vitest';
import { appSyncEvent, lambdaContext } from '../../test/appsync-event.ts';
import { createSubgraphHandler } from '../index.ts';
import type { SubgraphEvent } from '../index.ts';
import type { AlongTable } from './along-table.ts';

const PRODUCT: AlongTable['types'] = {
  Product: {
    of: ['Node'],
    fields: { maker: 'Maker' },
    calls: {
      price: { keys: [['id']], defaults: { currency: 'EUR' } },
      similar: { keys: [['id']], type: 'Product' },
      broken: { keys: [['id']] },
    },
    needs: { postage: [{ field: 'price', arguments: { currency: 'USD' } }] },
  },
  Maker: { calls: { logo: {} } },
};

interface Asked {
  readonly selection: string;
  readonly variables?: Record<string, unknown>;
  readonly along?: AlongTable;
}

function eventOf(event: SubgraphEvent, { selection, variables = {}, along }: Asked): SubgraphEvent {
  const info = { ...event.info, variables, selectionSetGraphQL: selection, ...(along && { along }) };
  return { ...event, info };
}

function createShop() {
  const asked: SubgraphEvent[] = [];
  const price = (args: { currency: string }, source: { id: string }, event: SubgraphEvent) => {
    asked.push(event);
    return `${source.id} in ${args.currency}`;
  };
  const product = (id: string) => ({ id, name: `Product ${id}`, maker: { code: `m${id}` } });
  const handler = createSubgraphHandler({
    resolvers: {
      Query: { product: ({ id }: { id: string }) => (id === 'none' ? null : product(id)) },
      Product: {
        price,
        similar: () => [product('7'), product('8')],
        broken: () => {
          throw new RangeError('out of order');
        },
      },
      Maker: { logo: ({ size }: { size: number }, { code }: { code: string }) => `${code} ${size}` },
    },
    entities: { Product: (list) => list.map(({ id }) => (id === 'lost' ? null : { id, stock: 3 })) },
  });
  const ask = (id: string, parts: Asked) => {
    const event = appSyncEvent({ field: 'Query.product', args: { id } });
    return handler(eventOf(event, { along: { type: 'Product', types: PRODUCT }, ...parts }), lambdaContext);
  };
  return { asked, handler, ask };
}

describe('an event with `info.along`', () => {
  it('is answered with the selected fields with arguments, under name and arguments', async () => {
    const { ask } = createShop();
    const selection =
      '{\n  name\n  usd: price(currency: $c)\n  price\n  ... on Node {\n    eur: price(currency: EUR)\n  }\n}';
    expect(await ask('1', { selection, variables: { c: 'USD' } })).toEqual({
      id: '1',
      name: 'Product 1',
      maker: { code: 'm1' },
      'price([["currency","USD"]])': '1 in USD',
      'price([["currency","EUR"]])': '1 in EUR',
    });
  });

  it('brings them at any depth: in plain fields, in lists, and in what came along itself', async () => {
    const { ask } = createShop();
    const selection =
      '{\n  maker {\n    logo(size: 2)\n  }\n  similar(by: 1) {\n    price(currency: "X")\n  }\n}';
    expect(await ask('1', { selection })).toMatchObject({
      maker: { code: 'm1', 'logo([["size",2]])': 'm1 2' },
      'similar([["by",1]])': [
        { id: '7', 'price([["currency","X"]])': '7 in X' },
        { id: '8', 'price([["currency","X"]])': '8 in X' },
      ],
    });
  });

  it('hands the resolver the event that AppSync would send', async () => {
    const { ask, asked } = createShop();
    await ask('1', {
      selection: '{\n  a: price(currency: USD) {\n    amount\n    in {\n      code\n    }\n  }\n}',
    });
    expect(asked[0]).toMatchObject({
      arguments: { currency: 'USD' },
      source: { __typename: 'Product', id: '1' },
      info: {
        fieldName: 'price',
        parentTypeName: 'Product',
        selectionSetList: ['amount', 'in', 'in/code'],
        selectionSetGraphQL: '{\n  amount\n  in {\n    code\n  }\n}',
      },
    });
  });

  it('brings the inputs that a selected field requires', async () => {
    const { ask } = createShop();
    expect(await ask('1', { selection: '{\n  postage\n}' })).toMatchObject({
      'price([["currency","USD"]])': '1 in USD',
    });
  });

  it.each([
    ['is left out by @skip', '{\n  price @skip(if: true)\n}'],
    ['is left out by @include', '{\n  ... @include(if: $no) {\n    price\n  }\n}'],
    ['is of another type', '{\n  ... on Book {\n    price\n  }\n}'],
    ['has its selection hidden by a named fragment', '{\n  similar {\n    ...Parts\n  }\n}'],
    ['can not be read', '{\n  price(currency: )\n}'],
  ])('leaves out what %s', async (_why, selection) => {
    const { ask } = createShop();
    const plain = { id: '1', name: 'Product 1', maker: { code: 'm1' } };
    expect(await ask('1', { selection, variables: { no: false } })).toEqual(plain);
  });

  it('is answered with the error of what fails, in its place', async () => {
    const { ask } = createShop();
    expect(await ask('1', { selection: '{\n  broken\n  again: broken\n  price\n}' })).toEqual({
      id: '1',
      name: 'Product 1',
      maker: { code: 'm1' },
      'price([["currency","EUR"]])': '1 in EUR',
      'broken([])(error)': { data: null, errorMessage: 'out of order', errorType: 'RangeError' },
    });
  });

  it('leaves absent values alone', async () => {
    const { ask } = createShop();
    expect(await ask('none', { selection: '{\n  price\n}' })).toBeNull();
  });
});

describe('entities with `info.along`', () => {
  it('are answered by their representations', async () => {
    const { handler } = createShop();
    const representations = [
      { __typename: 'Product', id: '1' },
      { __typename: 'Product', id: 'lost' },
    ];
    const along = { types: {}, entities: { Product: { calls: { price: {} } } } };
    const event = appSyncEvent({ field: 'Query._entities', args: { representations } });
    const selection = '{\n  price(currency: USD)\n}';
    expect(await handler([eventOf(event, { selection, along })], lambdaContext)).toEqual([
      {
        data: [{ __typename: 'Product', id: '1', stock: 3, 'price([["currency","USD"]])': '1 in USD' }, null],
      },
    ]);
  });

  it('are taken for what their kind says, and not loaded where only fields with arguments are wanted', async () => {
    const loaded: unknown[] = [];
    const handler = createSubgraphHandler({
      resolvers: {
        Product: {
          price: ({ currency }: { currency: string }, { id }: { id: string }) => `${id} in ${currency}`,
          postage: (_args: unknown, { weight }: { weight: number }) => weight * 2,
        },
      },
      entities: {
        Product: (list) => {
          loaded.push(...list);
          return list.map(({ id }) => ({ id, stock: 3 }));
        },
      },
    });
    const representations = [
      { __typename: 'Product', id: '1', weight: 5 },
      { __typename: 'Product', id: '1' },
    ];
    const along: AlongTable = {
      types: {},
      entities: {
        Product: { of: ['Tool'], calls: { price: {} } },
        'Product 2': { isCallsOnly: true, calls: { postage: {} } },
      },
      kinds: ['Product 2', 'Product'],
    };
    const event = appSyncEvent({ field: 'Query._entities', args: { representations } });
    const selection = '{\n  postage(to: "DE")\n  ... on Tool {\n    price(currency: USD)\n  }\n}';
    expect(await handler([eventOf(event, { selection, along })], lambdaContext)).toEqual([
      {
        data: [
          { __typename: 'Product', 'postage([["to","DE"]])': 10 },
          { __typename: 'Product', id: '1', stock: 3, 'price([["currency","USD"]])': '1 in USD' },
        ],
      },
    ]);
    expect(loaded).toEqual([{ __typename: 'Product', id: '1' }]);
  });

  it('are read by the selection that stands with their kinds, where some have none', async () => {
    const { handler } = createShop();
    const representations = ['1', '2'].map((id) => ({ __typename: 'Product', id }));
    const along: AlongTable = {
      types: {},
      entities: { 'Product 1': { calls: { price: {} } } },
      kinds: ['Product 1', ''],
      selection: '{\n  price(currency: USD)\n}',
    };
    const event = appSyncEvent({ field: 'Query._entities', args: { representations } });
    expect(await handler([eventOf(event, { selection: '', along })], lambdaContext)).toEqual([
      {
        data: [
          { __typename: 'Product', id: '1', stock: 3, 'price([["currency","USD"]])': '1 in USD' },
          { __typename: 'Product', id: '2', stock: 3 },
        ],
      },
    ]);
  });
});
