/** A shop in three subgraphs, and the same shop as one schema: its answers are what the federated ones must be. */
import { GraphQLError } from 'graphql';
import type { Implementation, Resolver } from './implementation.ts';

interface Product {
  readonly id: string;
  name: string;
  readonly price: number;
  readonly weight: number;
}

interface Review {
  readonly id: string;
  readonly stars: number;
  readonly productId: string;
  readonly authorId: string;
}

/** What a server hands to resolvers of a request. */
export interface ShopContext {
  readonly authorization: string | undefined;
}

const KEY_IMPORT = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])';
const PRODUCT_FIELDS = 'id: ID! name: String! price(currency: String! = "EUR"): Float! weight: Int!';
const PRODUCTS_ROOT = `
type Query {
  products(first: Int! = 3): [Product!]! product(id: ID!): Product shelves: [[Product!]!]!
  search(text: String!): [Hit!]! named: [Named!]! productsSaw: String
}
type Mutation { rename(id: ID!, name: String!): Product! }
union Hit = Product | Category
interface Named { name: String! }
type Category implements Named { name: String! size: Int! }`;
const REVIEW_FIELDS = 'id: ID! stars: Int! product: Product! author: User';
const PRODUCT_REVIEWS = 'reviews(min: Int! = 0): [Review!]! rating: Float';
const USER_FIELDS = 'id: ID! name: String email: String';

export const productsSdl = `${KEY_IMPORT}${PRODUCTS_ROOT}
type Product implements Named @key(fields: "id") { ${PRODUCT_FIELDS} }`;
export const reviewsSdl = `${KEY_IMPORT}
type Query { review(id: ID!): Review reviewsSaw: String }
type Mutation { praise(id: ID!): Review! }
type Review @key(fields: "id") { ${REVIEW_FIELDS} }
type Product @key(fields: "id") { id: ID! ${PRODUCT_REVIEWS} }
type User @key(fields: "id", resolvable: false) { id: ID! }`;
/** Federation 1 style, which Mercurius knows. */
export const accountsSdl = `
extend type Query { me: User accountsSaw: String }
type User @key(fields: "id") { ${USER_FIELDS} }`;
const wholeSdl = `${PRODUCTS_ROOT}
type Product implements Named { ${PRODUCT_FIELDS} ${PRODUCT_REVIEWS} }
type Review { ${REVIEW_FIELDS} }
type User { ${USER_FIELDS} }
extend type Query { review(id: ID!): Review reviewsSaw: String me: User accountsSaw: String }
extend type Mutation { praise(id: ID!): Review! }`;

/** Its own data, which mutations change. */
export function createShop() {
  const products: Product[] = ['Lamp', 'Desk', 'Chair', 'Shelf'].map((name, index) => ({
    id: `p${String(index + 1)}`,
    name,
    price: (index + 1) * 10,
    weight: (index + 1) * 100,
  }));
  const reviews: Review[] = ['p1', 'p1', 'p2', 'p3'].map((productId, index) => ({
    id: `r${String(index + 1)}`,
    stars: 5 - index,
    productId,
    // The author of the last one is gone.
    authorId: ['u1', 'u2', 'u1', 'u9'][index] ?? '',
  }));
  const users = [
    { id: 'u1', name: 'Ada', email: 'ada@example.com' },
    { id: 'u2', name: 'Bob', email: null },
  ];
  const product = (id: unknown) => products.find((one) => one.id === id) ?? null;
  const review = (id: unknown) => reviews.find((one) => one.id === id) ?? null;
  const user = (id: unknown) => users.find((one) => one.id === id) ?? null;
  const saw: Resolver = (_source, _args, context) => (context as ShopContext).authorization ?? null;

  const ofProducts: Implementation = {
    resolvers: {
      Query: {
        products: (_, { first }) => products.slice(0, first as number),
        product: (_, { id }) => product(id),
        shelves: () => [products.slice(0, 2), [], products.slice(1, 3)].map((list) => list.map(typedProduct)),
        search: (_, { text }) => [
          ...products.filter(({ name }) => name.includes(text as string)).map(typedProduct),
          { __typename: 'Category', name: `All ${String(text)}`, size: 7 },
        ],
        named: () => [typedProduct(products[3] ?? {}), { __typename: 'Category', name: 'Chairs', size: 3 }],
        productsSaw: saw,
      },
      Mutation: {
        rename: (_, { id, name }) => {
          const found = product(id);
          if (found === null)
            throw new GraphQLError('no such product', { extensions: { code: 'NO_PRODUCT' } });
          found.name = name as string;
          return found;
        },
      },
      Product: { price: (source, { currency }) => (source as Product).price * (currency === 'USD' ? 2 : 1) },
    },
    entities: { Product: (list) => list.map(({ id }) => product(id)) },
  };
  const ofReviews: Implementation = {
    resolvers: {
      Query: { review: (_, { id }) => review(id), reviewsSaw: saw },
      Mutation: { praise: (_, { id }) => review(id) },
      Product: {
        reviews: (source, { min }) =>
          reviews.filter((one) => one.productId === (source as Product).id && one.stars >= (min as number)),
        rating: (source) => {
          if ((source as Product).id !== 'p2') return 4.5;
          throw new GraphQLError('no rating today', { extensions: { code: 'RATING_DOWN', retryable: true } });
        },
      },
      Review: {
        product: (source) => ({ id: (source as Review).productId }),
        author: (source) => ({ id: (source as Review).authorId }),
      },
    },
    entities: {
      Product: (list) => list,
      Review: (list) => list.map(({ id }) => review(id)),
    },
  };
  const ofAccounts = {
    Query: { me: () => user('u1'), accountsSaw: saw },
    User: { __resolveReference: ({ id }: { readonly id: string }) => user(id) },
  };
  const whole: Implementation = {
    resolvers: {
      ...ofProducts.resolvers,
      ...ofReviews.resolvers,
      Query: { ...ofProducts.resolvers['Query'], ...ofReviews.resolvers['Query'], ...ofAccounts.Query },
      Mutation: { ...ofProducts.resolvers['Mutation'], ...ofReviews.resolvers['Mutation'] },
      Product: { ...ofProducts.resolvers['Product'], ...ofReviews.resolvers['Product'] },
      Review: {
        product: (source) => product((source as Review).productId),
        author: (source) => user((source as Review).authorId) ?? { id: (source as Review).authorId },
      },
    },
    entities: {},
  };
  return { ofProducts, ofReviews, ofAccounts, whole, wholeSdl };
}

function typedProduct(product: object) {
  return { __typename: 'Product', ...product };
}
