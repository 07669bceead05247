/**
 * The definition of one subgraph: what a team writes in `subgraph.ts`. Plain data: paths are relative to the file.
 */

export type AttributeType = 'S' | 'N' | 'B';

export interface KeyAttribute {
  readonly name: string;
  readonly type: AttributeType;
}

export interface IndexDefinition {
  readonly name: string;
  readonly partitionKey: KeyAttribute;
  readonly sortKey?: KeyAttribute;
}

export interface TableDefinition {
  readonly partitionKey: KeyAttribute;
  readonly sortKey?: KeyAttribute;
  /** Global secondary indexes, all attributes projected. */
  readonly indexes?: readonly IndexDefinition[];
  readonly ttlAttribute?: string;
  /** Folder of `*.json` files, each an array of plain items, loaded into an empty local table. */
  readonly seed?: string;
}

/** How the entity with this key field set is found in the subgraph's own table. */
export interface EntityLookup {
  /** The `fields` of one `@key` directive of the entity, e.g. `id` or `sku`. */
  readonly key: string;
  /** A global secondary index to query; absent: GetItem on the table itself. */
  readonly index?: string;
  /**
   * Attribute name -> template with `{field}` placeholders of the key, e.g. `{ pk: 'PRODUCT#{id}' }`.
   * Default: each key field is the attribute of the same name.
   */
  readonly attributes?: Readonly<Record<string, string>>;
}

interface CommonDefinition {
  /** Subgraph name: lower-case letters, digits and dashes. */
  readonly name: string;
  /** SDL file. @default './schema.graphql' */
  readonly schema?: string;
  readonly table?: TableDefinition;
}

/** A Lambda handler that receives AppSync's direct-Lambda events. */
export interface LambdaSubgraphDefinition extends CommonDefinition {
  readonly kind: 'lambda';
  /** TypeScript or JavaScript module that exports `handler`. @default './handler.ts' */
  readonly handler?: string;
  /** @default 10 */
  readonly timeoutSeconds?: number;
  /** @default 256 */
  readonly memoryMb?: number;
  readonly environment?: Readonly<Record<string, string>>;
  /** Names of subgraphs whose entities the handler asks for (through their `_entities` function). */
  readonly asks?: readonly string[];
  /** Events for one BatchInvoke, 1..2000. @default 500 */
  readonly maxBatchSize?: number;
}

/** APPSYNC_JS resolvers straight to the subgraph's table: no Lambda in between. */
export interface DynamoDbSubgraphDefinition extends CommonDefinition {
  readonly kind: 'dynamodb';
  readonly table: TableDefinition;
  /** Folder of `Type.field.ts|js` unit resolvers. @default '../../resolvers/<name>' */
  readonly resolvers?: string;
  /** Entity type name -> lookups, one for each resolvable key. Served to other subgraphs' joins. */
  readonly entities?: Readonly<Record<string, readonly EntityLookup[]>>;
}

/** A GraphQL server that is a Federation subgraph already, asked over HTTP by an adapter function. */
export interface HttpSubgraphDefinition extends Omit<CommonDefinition, 'table'> {
  readonly kind: 'http';
  readonly table?: undefined;
  /** Where the server answers, `http:` or `https:`. */
  readonly url: string;
  /** Sent with every request. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Names of the client's headers to hand on. @default ['authorization'] */
  readonly forwardHeaders?: readonly string[];
  /** For one operation, retries included. @default 10000 */
  readonly timeoutMs?: number;
  /** Further tries of a query that got no answer; mutations are never sent twice. @default 2 */
  readonly retries?: number;
  /** Failures in a row after which the server is left alone for a while; 0: never. @default 10 */
  readonly breakerFailures?: number;
  /** How long it is left alone. @default 5000 */
  readonly breakerCooldownMs?: number;
  /** Events for one BatchInvoke, 1..2000. @default 500 */
  readonly maxBatchSize?: number;
}

export type SubgraphDefinition =
  LambdaSubgraphDefinition | DynamoDbSubgraphDefinition | HttpSubgraphDefinition;

/** Types a definition; returns it unchanged. */
export function defineSubgraph<const Definition extends SubgraphDefinition>(
  definition: Definition,
): Definition {
  return definition;
}
