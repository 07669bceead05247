/** AWS::DynamoDB::Table, in the words of the CreateTable call. */
export interface TableModel {
  readonly tableName: string;
  readonly logicalId: string;
  readonly arn: string;
  /** Input of DynamoDB `CreateTable` (BillingMode PAY_PER_REQUEST). */
  readonly createTableInput: Readonly<Record<string, unknown>>;
  /** What records of the table's stream hold; undefined: the table has no stream. */
  readonly streamViewType: StreamViewType | undefined;
  /** Attribute of the TimeToLiveSpecification, when enabled. */
  readonly ttlAttribute: string | undefined;
  /**
   * Absolute folder of seed files (`*.json`, each an array of plain-JSON items), put into the table when it is created
   * empty. From the template's `Metadata: { "tributary:seed": "<asset folder>" }`; AWS ignores such metadata.
   */
  readonly seedDirectory: string | undefined;
}

/** DynamoDB API reference, "StreamSpecification". */
export type StreamViewType = 'KEYS_ONLY' | 'NEW_IMAGE' | 'OLD_IMAGE' | 'NEW_AND_OLD_IMAGES';
