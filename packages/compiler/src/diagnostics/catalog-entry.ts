import type { HintLevel } from '../model/diagnostic.ts';

/** What the catalog says of one code. */
export interface CatalogEntry {
  /** Message with `{parameter}` placeholders. */
  readonly message: string;
  readonly fix?: string;
  readonly explanation: string;
  /** Of a hint: how much it matters. */
  readonly level?: HintLevel;
}
