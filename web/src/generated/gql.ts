/* eslint-disable */
import * as types from './graphql';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "fragment OrderCard on Order {\n  id\n  status\n  placedAt\n  updatedAt\n  total {\n    amountMinor\n    currency\n  }\n  customer {\n    id\n    name\n    city\n    country\n  }\n  lines {\n    quantity\n    product {\n      id\n      name\n    }\n  }\n}": typeof types.OrderCardFragmentDoc,
    "query OrderRate($limit: Int!) {\n  orders(limit: $limit) {\n    items {\n      id\n      placedAt\n      total {\n        amountMinor\n        currency\n      }\n    }\n  }\n}": typeof types.OrderRateDocument,
    "query OrderStream($limit: Int!) {\n  orders(limit: $limit) {\n    items {\n      ...OrderCard\n    }\n  }\n}\n\nmutation AdvanceOrder($id: ID!, $to: OrderStatus!) {\n  advanceOrder(id: $id, to: $to) {\n    ...OrderCard\n  }\n}\n\nsubscription OrderPlaced {\n  onOrderPlaced {\n    ...OrderCard\n  }\n}\n\nsubscription OrderStatusChanged {\n  onOrderStatus {\n    ...OrderCard\n  }\n}": typeof types.OrderStreamDocument,
    "fragment LowStockProduct on Product {\n  id\n  sku\n  name\n  category\n  stock {\n    onHand\n    reserved\n    available\n  }\n  stockByWarehouse {\n    onHand\n    warehouse {\n      id\n      name\n    }\n  }\n}\n\nquery LowStock($threshold: Int!, $limit: Int!) {\n  lowStock(threshold: $threshold, limit: $limit) {\n    ...LowStockProduct\n  }\n}": typeof types.LowStockProductFragmentDoc,
    "fragment StockMovementRow on StockMovement {\n  id\n  delta\n  reason\n  reference\n  at\n  product {\n    id\n    name\n    stock {\n      onHand\n      reserved\n      available\n    }\n  }\n  warehouse {\n    id\n    name\n    city\n  }\n}\n\nquery StockMovements($limit: Int!) {\n  stockMovements(limit: $limit) {\n    ...StockMovementRow\n  }\n}\n\nmutation ReceiveStock($productId: ID!, $warehouseId: ID!, $quantity: Int!, $reference: String) {\n  receiveStock(\n    productId: $productId\n    warehouseId: $warehouseId\n    quantity: $quantity\n    reference: $reference\n  ) {\n    ...StockMovementRow\n  }\n}\n\nmutation PickStock($productId: ID!, $warehouseId: ID!, $quantity: Int!, $reference: String) {\n  pickStock(\n    productId: $productId\n    warehouseId: $warehouseId\n    quantity: $quantity\n    reference: $reference\n  ) {\n    ...StockMovementRow\n  }\n}\n\nsubscription StockMoved {\n  onStockMovement {\n    ...StockMovementRow\n  }\n}": typeof types.StockMovementRowFragmentDoc,
    "query Customers($limit: Int!) {\n  customers(limit: $limit) {\n    items {\n      id\n      name\n      city\n      country\n    }\n  }\n}\n\nquery ShippingEstimate($productId: ID!, $country: String!) {\n  product(id: $productId) {\n    id\n    shippingEstimate(country: $country) {\n      amountMinor\n      currency\n    }\n  }\n}\n\nmutation PlaceOrder($input: PlaceOrderInput!) {\n  placeOrder(input: $input) {\n    ...OrderCard\n  }\n}": typeof types.CustomersDocument,
    "fragment ProductCard on Product {\n  id\n  sku\n  name\n  description\n  category\n  price {\n    amountMinor\n    currency\n  }\n  stock {\n    onHand\n    reserved\n    available\n  }\n}\n\nquery Categories {\n  categories\n}\n\nquery ProductPage($category: String, $limit: Int!, $nextToken: String) {\n  products(category: $category, limit: $limit, nextToken: $nextToken) {\n    items {\n      ...ProductCard\n    }\n    nextToken\n  }\n}": typeof types.ProductCardFragmentDoc,
    "fragment PollResult on Poll {\n  id\n  question\n  isOpen\n  totalVotes\n  options {\n    id\n    label\n    votes\n  }\n}\n\nquery Polls {\n  polls {\n    ...PollResult\n  }\n}\n\nmutation Vote($pollId: ID!, $optionId: ID!) {\n  vote(pollId: $pollId, optionId: $optionId) {\n    ...PollResult\n  }\n}\n\nsubscription VoteCast($pollId: ID!) {\n  onVote(pollId: $pollId) {\n    ...PollResult\n  }\n}": typeof types.PollResultFragmentDoc,
};
const documents: Documents = {
    "fragment OrderCard on Order {\n  id\n  status\n  placedAt\n  updatedAt\n  total {\n    amountMinor\n    currency\n  }\n  customer {\n    id\n    name\n    city\n    country\n  }\n  lines {\n    quantity\n    product {\n      id\n      name\n    }\n  }\n}": types.OrderCardFragmentDoc,
    "query OrderRate($limit: Int!) {\n  orders(limit: $limit) {\n    items {\n      id\n      placedAt\n      total {\n        amountMinor\n        currency\n      }\n    }\n  }\n}": types.OrderRateDocument,
    "query OrderStream($limit: Int!) {\n  orders(limit: $limit) {\n    items {\n      ...OrderCard\n    }\n  }\n}\n\nmutation AdvanceOrder($id: ID!, $to: OrderStatus!) {\n  advanceOrder(id: $id, to: $to) {\n    ...OrderCard\n  }\n}\n\nsubscription OrderPlaced {\n  onOrderPlaced {\n    ...OrderCard\n  }\n}\n\nsubscription OrderStatusChanged {\n  onOrderStatus {\n    ...OrderCard\n  }\n}": types.OrderStreamDocument,
    "fragment LowStockProduct on Product {\n  id\n  sku\n  name\n  category\n  stock {\n    onHand\n    reserved\n    available\n  }\n  stockByWarehouse {\n    onHand\n    warehouse {\n      id\n      name\n    }\n  }\n}\n\nquery LowStock($threshold: Int!, $limit: Int!) {\n  lowStock(threshold: $threshold, limit: $limit) {\n    ...LowStockProduct\n  }\n}": types.LowStockProductFragmentDoc,
    "fragment StockMovementRow on StockMovement {\n  id\n  delta\n  reason\n  reference\n  at\n  product {\n    id\n    name\n    stock {\n      onHand\n      reserved\n      available\n    }\n  }\n  warehouse {\n    id\n    name\n    city\n  }\n}\n\nquery StockMovements($limit: Int!) {\n  stockMovements(limit: $limit) {\n    ...StockMovementRow\n  }\n}\n\nmutation ReceiveStock($productId: ID!, $warehouseId: ID!, $quantity: Int!, $reference: String) {\n  receiveStock(\n    productId: $productId\n    warehouseId: $warehouseId\n    quantity: $quantity\n    reference: $reference\n  ) {\n    ...StockMovementRow\n  }\n}\n\nmutation PickStock($productId: ID!, $warehouseId: ID!, $quantity: Int!, $reference: String) {\n  pickStock(\n    productId: $productId\n    warehouseId: $warehouseId\n    quantity: $quantity\n    reference: $reference\n  ) {\n    ...StockMovementRow\n  }\n}\n\nsubscription StockMoved {\n  onStockMovement {\n    ...StockMovementRow\n  }\n}": types.StockMovementRowFragmentDoc,
    "query Customers($limit: Int!) {\n  customers(limit: $limit) {\n    items {\n      id\n      name\n      city\n      country\n    }\n  }\n}\n\nquery ShippingEstimate($productId: ID!, $country: String!) {\n  product(id: $productId) {\n    id\n    shippingEstimate(country: $country) {\n      amountMinor\n      currency\n    }\n  }\n}\n\nmutation PlaceOrder($input: PlaceOrderInput!) {\n  placeOrder(input: $input) {\n    ...OrderCard\n  }\n}": types.CustomersDocument,
    "fragment ProductCard on Product {\n  id\n  sku\n  name\n  description\n  category\n  price {\n    amountMinor\n    currency\n  }\n  stock {\n    onHand\n    reserved\n    available\n  }\n}\n\nquery Categories {\n  categories\n}\n\nquery ProductPage($category: String, $limit: Int!, $nextToken: String) {\n  products(category: $category, limit: $limit, nextToken: $nextToken) {\n    items {\n      ...ProductCard\n    }\n    nextToken\n  }\n}": types.ProductCardFragmentDoc,
    "fragment PollResult on Poll {\n  id\n  question\n  isOpen\n  totalVotes\n  options {\n    id\n    label\n    votes\n  }\n}\n\nquery Polls {\n  polls {\n    ...PollResult\n  }\n}\n\nmutation Vote($pollId: ID!, $optionId: ID!) {\n  vote(pollId: $pollId, optionId: $optionId) {\n    ...PollResult\n  }\n}\n\nsubscription VoteCast($pollId: ID!) {\n  onVote(pollId: $pollId) {\n    ...PollResult\n  }\n}": types.PollResultFragmentDoc,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "fragment OrderCard on Order {\n  id\n  status\n  placedAt\n  updatedAt\n  total {\n    amountMinor\n    currency\n  }\n  customer {\n    id\n    name\n    city\n    country\n  }\n  lines {\n    quantity\n    product {\n      id\n      name\n    }\n  }\n}"): (typeof documents)["fragment OrderCard on Order {\n  id\n  status\n  placedAt\n  updatedAt\n  total {\n    amountMinor\n    currency\n  }\n  customer {\n    id\n    name\n    city\n    country\n  }\n  lines {\n    quantity\n    product {\n      id\n      name\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query OrderRate($limit: Int!) {\n  orders(limit: $limit) {\n    items {\n      id\n      placedAt\n      total {\n        amountMinor\n        currency\n      }\n    }\n  }\n}"): (typeof documents)["query OrderRate($limit: Int!) {\n  orders(limit: $limit) {\n    items {\n      id\n      placedAt\n      total {\n        amountMinor\n        currency\n      }\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query OrderStream($limit: Int!) {\n  orders(limit: $limit) {\n    items {\n      ...OrderCard\n    }\n  }\n}\n\nmutation AdvanceOrder($id: ID!, $to: OrderStatus!) {\n  advanceOrder(id: $id, to: $to) {\n    ...OrderCard\n  }\n}\n\nsubscription OrderPlaced {\n  onOrderPlaced {\n    ...OrderCard\n  }\n}\n\nsubscription OrderStatusChanged {\n  onOrderStatus {\n    ...OrderCard\n  }\n}"): (typeof documents)["query OrderStream($limit: Int!) {\n  orders(limit: $limit) {\n    items {\n      ...OrderCard\n    }\n  }\n}\n\nmutation AdvanceOrder($id: ID!, $to: OrderStatus!) {\n  advanceOrder(id: $id, to: $to) {\n    ...OrderCard\n  }\n}\n\nsubscription OrderPlaced {\n  onOrderPlaced {\n    ...OrderCard\n  }\n}\n\nsubscription OrderStatusChanged {\n  onOrderStatus {\n    ...OrderCard\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "fragment LowStockProduct on Product {\n  id\n  sku\n  name\n  category\n  stock {\n    onHand\n    reserved\n    available\n  }\n  stockByWarehouse {\n    onHand\n    warehouse {\n      id\n      name\n    }\n  }\n}\n\nquery LowStock($threshold: Int!, $limit: Int!) {\n  lowStock(threshold: $threshold, limit: $limit) {\n    ...LowStockProduct\n  }\n}"): (typeof documents)["fragment LowStockProduct on Product {\n  id\n  sku\n  name\n  category\n  stock {\n    onHand\n    reserved\n    available\n  }\n  stockByWarehouse {\n    onHand\n    warehouse {\n      id\n      name\n    }\n  }\n}\n\nquery LowStock($threshold: Int!, $limit: Int!) {\n  lowStock(threshold: $threshold, limit: $limit) {\n    ...LowStockProduct\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "fragment StockMovementRow on StockMovement {\n  id\n  delta\n  reason\n  reference\n  at\n  product {\n    id\n    name\n    stock {\n      onHand\n      reserved\n      available\n    }\n  }\n  warehouse {\n    id\n    name\n    city\n  }\n}\n\nquery StockMovements($limit: Int!) {\n  stockMovements(limit: $limit) {\n    ...StockMovementRow\n  }\n}\n\nmutation ReceiveStock($productId: ID!, $warehouseId: ID!, $quantity: Int!, $reference: String) {\n  receiveStock(\n    productId: $productId\n    warehouseId: $warehouseId\n    quantity: $quantity\n    reference: $reference\n  ) {\n    ...StockMovementRow\n  }\n}\n\nmutation PickStock($productId: ID!, $warehouseId: ID!, $quantity: Int!, $reference: String) {\n  pickStock(\n    productId: $productId\n    warehouseId: $warehouseId\n    quantity: $quantity\n    reference: $reference\n  ) {\n    ...StockMovementRow\n  }\n}\n\nsubscription StockMoved {\n  onStockMovement {\n    ...StockMovementRow\n  }\n}"): (typeof documents)["fragment StockMovementRow on StockMovement {\n  id\n  delta\n  reason\n  reference\n  at\n  product {\n    id\n    name\n    stock {\n      onHand\n      reserved\n      available\n    }\n  }\n  warehouse {\n    id\n    name\n    city\n  }\n}\n\nquery StockMovements($limit: Int!) {\n  stockMovements(limit: $limit) {\n    ...StockMovementRow\n  }\n}\n\nmutation ReceiveStock($productId: ID!, $warehouseId: ID!, $quantity: Int!, $reference: String) {\n  receiveStock(\n    productId: $productId\n    warehouseId: $warehouseId\n    quantity: $quantity\n    reference: $reference\n  ) {\n    ...StockMovementRow\n  }\n}\n\nmutation PickStock($productId: ID!, $warehouseId: ID!, $quantity: Int!, $reference: String) {\n  pickStock(\n    productId: $productId\n    warehouseId: $warehouseId\n    quantity: $quantity\n    reference: $reference\n  ) {\n    ...StockMovementRow\n  }\n}\n\nsubscription StockMoved {\n  onStockMovement {\n    ...StockMovementRow\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Customers($limit: Int!) {\n  customers(limit: $limit) {\n    items {\n      id\n      name\n      city\n      country\n    }\n  }\n}\n\nquery ShippingEstimate($productId: ID!, $country: String!) {\n  product(id: $productId) {\n    id\n    shippingEstimate(country: $country) {\n      amountMinor\n      currency\n    }\n  }\n}\n\nmutation PlaceOrder($input: PlaceOrderInput!) {\n  placeOrder(input: $input) {\n    ...OrderCard\n  }\n}"): (typeof documents)["query Customers($limit: Int!) {\n  customers(limit: $limit) {\n    items {\n      id\n      name\n      city\n      country\n    }\n  }\n}\n\nquery ShippingEstimate($productId: ID!, $country: String!) {\n  product(id: $productId) {\n    id\n    shippingEstimate(country: $country) {\n      amountMinor\n      currency\n    }\n  }\n}\n\nmutation PlaceOrder($input: PlaceOrderInput!) {\n  placeOrder(input: $input) {\n    ...OrderCard\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "fragment ProductCard on Product {\n  id\n  sku\n  name\n  description\n  category\n  price {\n    amountMinor\n    currency\n  }\n  stock {\n    onHand\n    reserved\n    available\n  }\n}\n\nquery Categories {\n  categories\n}\n\nquery ProductPage($category: String, $limit: Int!, $nextToken: String) {\n  products(category: $category, limit: $limit, nextToken: $nextToken) {\n    items {\n      ...ProductCard\n    }\n    nextToken\n  }\n}"): (typeof documents)["fragment ProductCard on Product {\n  id\n  sku\n  name\n  description\n  category\n  price {\n    amountMinor\n    currency\n  }\n  stock {\n    onHand\n    reserved\n    available\n  }\n}\n\nquery Categories {\n  categories\n}\n\nquery ProductPage($category: String, $limit: Int!, $nextToken: String) {\n  products(category: $category, limit: $limit, nextToken: $nextToken) {\n    items {\n      ...ProductCard\n    }\n    nextToken\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "fragment PollResult on Poll {\n  id\n  question\n  isOpen\n  totalVotes\n  options {\n    id\n    label\n    votes\n  }\n}\n\nquery Polls {\n  polls {\n    ...PollResult\n  }\n}\n\nmutation Vote($pollId: ID!, $optionId: ID!) {\n  vote(pollId: $pollId, optionId: $optionId) {\n    ...PollResult\n  }\n}\n\nsubscription VoteCast($pollId: ID!) {\n  onVote(pollId: $pollId) {\n    ...PollResult\n  }\n}"): (typeof documents)["fragment PollResult on Poll {\n  id\n  question\n  isOpen\n  totalVotes\n  options {\n    id\n    label\n    votes\n  }\n}\n\nquery Polls {\n  polls {\n    ...PollResult\n  }\n}\n\nmutation Vote($pollId: ID!, $optionId: ID!) {\n  vote(pollId: $pollId, optionId: $optionId) {\n    ...PollResult\n  }\n}\n\nsubscription VoteCast($pollId: ID!) {\n  onVote(pollId: $pollId) {\n    ...PollResult\n  }\n}"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;