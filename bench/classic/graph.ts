/** The values of the classic graph for graphql-js's default resolver: functions are called when they are selected. */
import type { GraphData, ProductData, ReviewData, UserData } from './graph-data.ts';

export type Value = Readonly<Record<string, unknown>>;
/** A subgraph: its root fields, and how it finds an entity. */
export interface SubgraphValues {
  readonly root: Value;
  readonly entity: (representation: Value) => Value | null;
}

export type SubgraphName = 'accounts' | 'products' | 'reviews' | 'inventory';
export const SUBGRAPH_NAMES: readonly SubgraphName[] = ['accounts', 'products', 'reviews', 'inventory'];

/** Every user has the first reviews, and every review is by the first user: what makes the answer repeat itself. */
const REVIEWS_PER_USER = 2;
const FREE_SHIPPING_ABOVE = 1000;
const DEFAULT_TOP = 5;

export function subgraphValues({
  USERS,
  PRODUCTS,
  REVIEWS,
  INVENTORY,
}: GraphData): Record<SubgraphName, SubgraphValues> {
  const user = (data: UserData | undefined) => (data === undefined ? null : { __typename: 'User', ...data });
  const product = (data: ProductData | undefined) =>
    data === undefined ? null : { __typename: 'Product', ...data };
  const review = (data: ReviewData): Value => ({
    __typename: 'Review',
    id: data.id,
    body: data.body,
    product: { __typename: 'Product', upc: data.product.upc, reviews: () => reviewsOf(data.product.upc) },
    author: () => ({
      __typename: 'User',
      id: USERS[0]?.id,
      username: USERS[0]?.username,
      reviews: firstReviews,
    }),
  });
  const firstReviews = () => REVIEWS.slice(0, REVIEWS_PER_USER).map(review);
  const reviewsOf = (upc: unknown) => REVIEWS.filter((each) => each.product.upc === upc).map(review);
  return {
    accounts: {
      root: {
        me: () => user(USERS[0]),
        user: ({ id }: { id: string }) => user(USERS.find((each) => each.id === id)),
        users: () => USERS.map(user),
      },
      entity: ({ id }) => user(USERS.find((each) => each.id === id)),
    },
    products: {
      root: {
        topProducts: ({ first }: { first?: number }) => PRODUCTS.slice(0, first ?? DEFAULT_TOP).map(product),
      },
      entity: ({ upc }) => product(PRODUCTS.find((each) => each.upc === upc)),
    },
    reviews: {
      root: {},
      entity: ({ __typename, id, upc }) => {
        if (__typename === 'User') return { __typename, id, reviews: firstReviews };
        if (__typename === 'Product') return { __typename, upc, reviews: () => reviewsOf(upc) };
        const found = REVIEWS.find((each) => each.id === id);
        return found === undefined ? null : review(found);
      },
    },
    inventory: {
      root: {},
      entity: ({ upc, price, weight }) => ({
        __typename: 'Product',
        upc,
        inStock: INVENTORY.find((each) => each.upc === upc)?.in_stock ?? null,
        shippingEstimate: () => shippingEstimate(Number(price), Number(weight)),
      }),
    },
  };
}

/** The same graph without federation: entities are put together where they are found. */
export function monolithRoot(data: GraphData): Value {
  const { accounts, products, reviews, inventory } = subgraphValues(data);
  const review = (value: Value): Value => ({
    ...value,
    author: () => whole((value['author'] as () => Value)()),
    product: () => whole(value['product'] as Value),
  });
  const reviewsOf = (entity: Value) => () =>
    (reviews.entity(entity)?.['reviews'] as () => readonly Value[])().map(review);
  const whole = (reference: Value): Value =>
    reference['__typename'] === 'User'
      ? { ...accounts.entity(reference), reviews: reviewsOf(reference) }
      : wholeProduct({ ...products.entity(reference) });
  const wholeProduct = (product: Value): Value => ({
    ...inventory.entity(product),
    ...product,
    reviews: reviewsOf(product),
  });
  const users = accounts.root['users'] as () => readonly Value[];
  const topProducts = products.root['topProducts'] as (args: object) => readonly Value[];
  return {
    ...accounts.root,
    users: () => users().map(whole),
    topProducts: (args: object) => topProducts(args).map(whole),
  };
}

function shippingEstimate(price: number, weight: number): number {
  return price > FREE_SHIPPING_ABOVE ? 0 : Math.trunc(weight / 2);
}
