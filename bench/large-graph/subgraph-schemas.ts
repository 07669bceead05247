/**
 * Subgraphs in any number, made by rule: the same number gives the same text. Each has 20 types: entities of its own,
 * entities of other subgraphs that it adds fields to (some by `@requires`) and refers to, values of its own, and one
 * value that all share.
 */

export interface NamedSchema {
  readonly name: string;
  readonly sdl: string;
}

/** Of each subgraph: without `Query` and `Mutation`. */
export const TYPES_PER_SUBGRAPH = 20;
/** Every number in the answers of the generated subgraphs. */
export const AMOUNT = 7;
const OWN_ENTITIES = 8;
/** How far away the subgraphs are whose entities one adds to: the n-th is that of their entity n. */
const DISTANCES = [0, 3, 10, 30, 70];
const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.5", import: ["@key", "@external", "@requires", "@provides", "@shareable"])`;

/** @param count - at least 3 */
export function subgraphSchemas(count: number): readonly NamedSchema[] {
  return Array.from({ length: count }, (_, index) => ({ name: `s${index}`, sdl: schemaText(index, count) }));
}

function schemaText(index: number, count: number): string {
  const neighbors = DISTANCES.map(
    (distance, entity) => `S${(index + 1 + (distance % (count - 1))) % count}E${entity}`,
  );
  const own = Array.from({ length: OWN_ENTITIES }, (_, entity) =>
    ownEntity(index, entity, neighbors[entity % neighbors.length] ?? ''),
  );
  const added = neighbors.map((type, at) => addedFields(index, type, at));
  return [LINK, rootTypes(index), ...own, ...added, values(index)].join('\n\n');
}

/** The second entity has two keys; every other entity is a `Node` of its subgraph. */
function ownEntity(index: number, entity: number, neighbor: string): string {
  const prefix = `S${index}`;
  const keys = entity === 1 ? ' @key(fields: "code region { id }")' : '';
  const implemented = entity % 2 === 0 ? ` implements ${prefix}Node` : '';
  const provides = entity === 0 ? ' @provides(fields: "amount")' : '';
  return `"""Entity ${entity} of subgraph ${index}."""
type ${prefix}E${entity}${implemented} @key(fields: "id")${keys} {
  id: ID!
  code: String!
  region: ${prefix}Region!
  "What people call it."
  name: String!
  amount: Int! @shareable
  status: ${prefix}Status!
  price: Money!
  size(unit: String! = "cm"): ${prefix}Size
  next: ${neighbor}
  others(first: Int! = 2): [${neighbor}!]!${provides}
}`;
}

function addedFields(index: number, type: string, at: number): string {
  const computed =
    at % 2 === 0
      ? `amount: Int! @external\n  s${index}Total: Int! @requires(fields: "amount")`
      : `s${index}Rating: Float\n  s${index}Price: Money`;
  return `type ${type} @key(fields: "id") {
  id: ID!
  s${index}Note: String!
  s${index}Owner: S${index}E${at}
  ${computed}
}`;
}

function rootTypes(index: number): string {
  const prefix = `S${index}`;
  return `type Query {
  s${index}E0(id: ID!): ${prefix}E0
  s${index}E1List(filter: ${prefix}Filter, first: Int! = 2): [${prefix}E1!]!
  s${index}Search(text: String!): [${prefix}Result!]!
}

type Mutation {
  s${index}Change(id: ID!, amount: Int!): ${prefix}E0
}`;
}

function values(index: number): string {
  const prefix = `S${index}`;
  return `interface ${prefix}Node {
  id: ID!
  name: String!
}

union ${prefix}Result = ${prefix}E0 | ${prefix}E2 | ${prefix}Size

enum ${prefix}Status {
  OPEN
  CLOSED
}

input ${prefix}Filter {
  status: ${prefix}Status = OPEN
  text: String
}

type ${prefix}Region {
  id: ID!
  name: String!
}

type ${prefix}Size {
  width: Float!
  height: Float!
}

type Money @shareable {
  cents: Int!
  currency: String!
}`;
}
