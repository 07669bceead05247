import { join } from 'node:path';
import { compile, planOperation } from '@tributary/compiler';
import { loadProject } from '@tributary/compiler/project';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Compilation } from '@tributary/compiler';
import { dataSourceCalls, send } from '../support/graphql.ts';
import { ROOT } from '../support/command.ts';

/** The operation of the main job, in the forms that clients write it. */
const FORMS: Record<string, { query: string; variables?: Record<string, unknown> }> = {
  plain: {
    query: `{ orders(limit: 20) { items { id total { amountMinor } customer { name email }
      lines { quantity product { name price { amountMinor } stock { available }
      shippingEstimate(country: "DE") { amountMinor } } } } } }`,
  },
  aliases: {
    query: `{ orders: orders(limit: 20) { items { id total { amountMinor } customer { name: name email: email }
      lines { quantity product { name price { amountMinor: amountMinor } stock: stock { available }
      shippingEstimate: shippingEstimate(country: "DE") { amountMinor } } } } } }`,
  },
  fragments: {
    query: `query Orders { orders(limit: 20) { ...Page } }
      fragment Page on OrderConnection { items { ...Row } }
      fragment Row on Order { id total { amountMinor } customer { ...Person } lines { ...Line } }
      fragment Person on Customer { name email }
      fragment Line on OrderLine { quantity product { ...Item } }
      fragment Item on Product { name price { amountMinor } stock { available }
        shippingEstimate(country: "DE") { amountMinor } }`,
  },
  variables: {
    query: `query Orders($limit: Int, $country: String!, $all: Boolean!) { orders(limit: $limit) { items { id
      total { amountMinor } customer { name email } lines { quantity product { name price { amountMinor }
      stock @include(if: $all) { available } shippingEstimate(country: $country) { amountMinor } } } } } }`,
    variables: { limit: 20, country: 'DE', all: true },
  },
};

describe('the orders query across five subgraphs', () => {
  let compilation: Compilation;

  beforeAll(async () => {
    const project = await loadProject(join(ROOT));
    if (!project.ok) throw new Error(JSON.stringify(project.error));
    const compiled = compile(project.value.sources);
    if (!compiled.ok) throw new Error(JSON.stringify(compiled.error));
    compilation = compiled.compilation;
  });

  it('answers in full', async () => {
    const { data, errors } = await send(FORMS['plain']?.query ?? '');
    expect(errors).toEqual([]);
    expect(data['orders']?.['items']).toHaveLength(20);
    for (const order of data['orders']?.['items'] ?? []) {
      expect(order).toMatchObject({
        id: expect.stringMatching(/^o-/),
        total: { amountMinor: expect.any(Number) },
        customer: { name: expect.any(String), email: expect.stringContaining('@') },
      });
      for (const line of order['lines'] ?? []) {
        expect(line).toMatchObject({
          quantity: expect.any(Number),
          product: {
            name: expect.any(String),
            price: { amountMinor: expect.any(Number) },
            stock: { available: expect.any(Number) },
            shippingEstimate: { amountMinor: expect.any(Number) },
          },
        });
      }
    }
  });

  it.each(Object.keys(FORMS))(
    '%s: the same answer, at most two calls to each subgraph, as planned',
    async (form) => {
      const { query, variables } = FORMS[form] ?? { query: '' };
      const plain = await send(FORMS['plain']?.query ?? '');
      const answer = await send(query, variables);
      expect(answer.errors).toEqual([]);
      expect(answer.data).toEqual(plain.data);

      const calls = await dataSourceCalls(answer.requestId);
      const bySubgraph = new Map<string, number>();
      for (const [source, count] of Object.entries(calls)) {
        const subgraph = source.replace(/_entities$/, '');
        bySubgraph.set(subgraph, (bySubgraph.get(subgraph) ?? 0) + count);
      }
      expect([...bySubgraph.keys()].sort()).toEqual(['catalog', 'customers', 'inventory', 'orders']);
      for (const count of bySubgraph.values()) expect(count).toBeLessThanOrEqual(2);

      const plan = planOperation(compilation, query);
      expect(plan.ok ? plan.value.totals.callsByDataSource : plan.error).toEqual(calls);
    },
  );

  it('gives the fields under other response keys, too', async () => {
    const { data, errors } =
      await send(`{ newest: orders(limit: 1) { rows: items { who: customer { called: name }
      parts: lines { thing: product { called: name left: stock { n: available }
      near: shippingEstimate(country: "DE") { c: amountMinor } far: shippingEstimate(country: "AU") { c: amountMinor } } } } } }`);
    expect(errors).toEqual([]);
    const [part] = data['newest']?.['rows']?.[0]?.['parts'] ?? [];
    expect(part?.['thing']).toMatchObject({ called: expect.any(String), left: { n: expect.any(Number) } });
    expect(part?.['thing']?.['far']?.['c']).not.toBe(part?.['thing']?.['near']?.['c']);
  });
});
