/** The compiler's input: one value for each subgraph, as text; no file system from here on. */

/** How an entity is found by key in the table of a DynamoDB subgraph. Mirrors `EntityLookup` of @tributary/subgraph. */
export interface EntityLookupSource {
  readonly key: string;
  readonly index?: string;
  readonly attributes?: Readonly<Record<string, string>>;
}

/** One bundled APPSYNC_JS module written by hand. */
export interface HandwrittenModule {
  /** Path for messages, relative to the project. */
  readonly file: string;
  /** ES module text: only `@aws-appsync/*` imports, exports `request` and `response`. */
  readonly code: string;
}

/** A resolver written by hand under `resolvers/<subgraph>/`. */
export type HandwrittenResolver =
  | {
      readonly kind: 'unit';
      readonly typeName: string;
      readonly fieldName: string;
      readonly module: HandwrittenModule;
    }
  | {
      readonly kind: 'pipeline';
      readonly typeName: string;
      readonly fieldName: string;
      /** In order; each runs against the subgraph's table. */
      readonly functions: readonly (HandwrittenModule & { readonly name: string })[];
    };

interface CommonSource {
  readonly name: string;
  readonly sdl: string;
  /** Path of the SDL for messages. */
  readonly file: string;
  readonly resolvers: readonly HandwrittenResolver[];
}

export type SubgraphSource =
  | (CommonSource & {
      readonly kind: 'lambda';
      /** Events for one BatchInvoke, 1..2000. */
      readonly maxBatchSize: number;
    })
  /** Any GraphQL server that is a subgraph; it is asked through an adapter function. */
  | (CommonSource & {
      readonly kind: 'http';
      /** Events for one BatchInvoke of the adapter, 1..2000. */
      readonly maxBatchSize: number;
    })
  | (CommonSource & {
      readonly kind: 'dynamodb';
      readonly entities: Readonly<Record<string, readonly EntityLookupSource[]>>;
    });
