import type { SubgraphHandler } from '@tributary/subgraph';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { askHandler, entities } from '../ask-handler.ts';
import { openTestTable, type TestTable } from '../open-test-table.ts';
import definition from './subgraph.ts';

let table: TestTable;
let handler: SubgraphHandler;

beforeAll(async () => {
  table = await openTestTable({ subgraph: 'customers', table: definition.table });
  ({ handler } = await import('./handler.ts'));
});
afterAll(() => table.stop());

it('answers a customer, and null for none', async () => {
  const question = (id: string) => ({ field: 'Query.customer', args: { id } }) as const;
  expect(await askHandler(handler, question('c-0001'))).toMatchObject({
    id: 'c-0001',
    country: expect.any(String) as string,
  });
  expect(await askHandler(handler, question('EMAIL#x'))).toBeNull();
});

it('pages through all customers by name', async () => {
  const names: string[] = [];
  let nextToken: string | null = null;
  do {
    const args = { limit: 90, nextToken };
    const page = (await askHandler(handler, { field: 'Query.customers', args })) as {
      items: { name: string }[];
      nextToken: string | null;
    };
    names.push(...page.items.map((customer) => customer.name.toLowerCase()));
    nextToken = page.nextToken;
  } while (nextToken !== null);
  expect(names).toHaveLength(200);
  expect(names).toEqual(names.toSorted());
});

it('finds entities by either key', async () => {
  const customer = (await askHandler(handler, {
    field: 'Query.customer',
    args: { id: 'c-0002' },
  })) as object & {
    email: string;
  };
  const answer = await askHandler(handler, [
    entities({ __typename: 'Customer', id: 'c-0002' }),
    entities({ __typename: 'Customer', email: customer.email.toUpperCase() }),
    entities(
      { __typename: 'Customer', email: 'nobody@example.com' },
      { __typename: 'Customer', id: 'c-9999' },
    ),
  ]);
  const entity = { __typename: 'Customer', ...customer };
  expect(answer).toEqual([{ data: [entity] }, { data: [entity] }, { data: [null, null] }]);
});

it('registers an address once', async () => {
  const question = (email: string) =>
    ({
      field: 'Mutation.registerCustomer',
      args: { input: { name: 'Zoe Zorn', email, country: 'de' } },
    }) as const;
  const added = await askHandler(handler, question('zoe@example.com'));
  expect(added).toMatchObject({ name: 'Zoe Zorn', email: 'zoe@example.com', city: null, country: 'DE' });
  expect(await askHandler(handler, question('Zoe@Example.com'))).toMatchObject({ errorType: 'EmailTaken' });
});
