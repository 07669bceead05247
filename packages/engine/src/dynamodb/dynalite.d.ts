/**
 * The parts of dynalite 4.0.0 (pinned, untyped) that this folder uses: its validation tables, expression parsers,
 * key encoding and update arithmetic, and the LevelDB handle. Its write path, scans and table life cycle are ours.
 */
declare module 'dynalite/db/index.js' {
  type Json = Readonly<Record<string, unknown>>;
  type AttributeMap = Record<string, Record<string, unknown>>;
  interface KeySchemaElement {
    readonly AttributeName: string;
    readonly KeyType: string;
  }
  interface Table {
    readonly TableName: string;
    readonly KeySchema: readonly KeySchemaElement[];
    readonly AttributeDefinitions: readonly {
      readonly AttributeName: string;
      readonly AttributeType: string;
    }[];
  }
  interface KeyRange {
    gt?: string;
    gte?: string;
    lt?: string;
    lte?: string;
    reverse?: boolean;
    limit?: number;
  }
  interface LevelIterator<T> extends AsyncIterable<T> {
    nextv(size: number): Promise<T[]>;
    close(): Promise<void>;
    all(): Promise<T[]>;
  }
  /** abstract-level's database with string keys and JSON values. */
  interface Level {
    open(): Promise<void>;
    close(): Promise<void>;
    getMany(keys: string[]): Promise<unknown[]>;
    batch(
      operations: readonly (
        | {
            readonly type: 'put';
            readonly key: string;
            readonly value: Buffer;
            readonly valueEncoding: 'buffer';
          }
        | { readonly type: 'del'; readonly key: string }
      )[],
    ): Promise<void>;
    clear(range: KeyRange): Promise<void>;
    keys(range: KeyRange): LevelIterator<string>;
    values(range: KeyRange): LevelIterator<unknown>;
    iterator(range: KeyRange): LevelIterator<[string, unknown]>;
  }
  type StoreOptions = Readonly<Record<string, unknown>> & { readonly path?: string };
  type DynaliteError = Error & { readonly statusCode: number; readonly body: Json };

  const dynalite: {
    create(options: StoreOptions): { readonly db: Level; readonly options: { readonly maxItemSize: number } };
    validateKey(key: AttributeMap, table: Table): DynaliteError | null | undefined;
    validateItem(item: AttributeMap, table: Table): DynaliteError | null | undefined;
    validateKeyPaths(nestedPaths: unknown, table: Table): DynaliteError | null | undefined;
    createKey(item: AttributeMap, table: Table, keySchema?: readonly KeySchemaElement[]): string;
    matchesFilter(item: AttributeMap, filter: unknown, conditionalOperator: unknown): boolean;
    mapPaths(paths: readonly unknown[], item: AttributeMap): AttributeMap;
    mapPath(
      path: readonly (string | number)[],
      item: AttributeMap,
    ): Record<string, unknown> | null | undefined;
    toLexiStr(value: string, type: string): string;
  };
  export default dynalite;
}

declare module 'dynalite/validations/index.js' {
  type TypeTable = Readonly<Record<string, unknown>>;
  const validations: {
    /** Checks and copies; deletes members that the table does not know from `data` itself. */
    checkTypes(data: Record<string, unknown>, types: TypeTable): Record<string, unknown>;
    checkValidations(data: Record<string, unknown>, types: TypeTable, custom: unknown, store: unknown): void;
  };
  export default validations;
}

declare module 'dynalite/validations/*.js' {
  const validation: { readonly types: Readonly<Record<string, unknown>>; readonly custom?: unknown };
  export default validation;
}

declare module 'dynalite/actions/*.js' {
  /** An operation over a store look-alike, which it asks for its table, databases and limits. */
  const action: (
    store: unknown,
    data: Readonly<Record<string, unknown>>,
    done: (error: unknown, result?: Record<string, unknown>) => void,
  ) => void;
  export default action;
}
