/** What the catalog says of one code. */
export interface CatalogEntry {
  /** Message with `{parameter}` placeholders. */
  readonly message: string;
  readonly fix?: string;
  readonly explanation: string;
}
