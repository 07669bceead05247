/** What a yoga server in front of these handlers would write: one DataLoader for each kind of join and request. */
import DataLoader from 'dataloader';
import { askHandler, entities } from '../../../subgraphs/ask-handler.ts';
import type { SubgraphHandlers } from './subgraph-handlers.ts';

/** An entity as a handler answers it; graphql-js picks and checks the fields. */
export type Entity = Readonly<Record<string, unknown>>;

export interface ShippingQuestion {
  readonly country: string;
  readonly weightGrams: number;
}

export interface Loaders {
  readonly customer: DataLoader<string, Entity>;
  /** What catalog knows of a product. */
  readonly product: DataLoader<string, Entity>;
  /** What inventory knows of a product. */
  readonly stock: DataLoader<string, Entity>;
  readonly shipping: DataLoader<ShippingQuestion, Entity | null, string>;
}

/** Loaders for one request. */
export function createLoaders(handlers: SubgraphHandlers): Loaders {
  const byId = (subgraph: 'catalog' | 'customers' | 'inventory', __typename: string) =>
    new DataLoader<string, Entity>(async (ids) => {
      const question = entities(...ids.map((id) => ({ __typename, id })));
      return (await askHandler(handlers[subgraph], question)) as readonly Entity[];
    });
  return {
    customer: byId('customers', 'Customer'),
    product: byId('catalog', 'Product'),
    stock: byId('inventory', 'Product'),
    shipping: new DataLoader<ShippingQuestion, Entity | null, string>(
      async (questions) => {
        const envelopes = await askHandler(
          handlers.inventory,
          questions.map(({ country, weightGrams }) => ({
            field: 'Product.shippingEstimate' as const,
            args: { country },
            source: { weightGrams },
          })),
        );
        return (envelopes as readonly { data: Entity | null }[]).map(({ data }) => data);
      },
      { cacheKeyFn: ({ country, weightGrams }) => `${country} ${weightGrams}` },
    ),
  };
}
