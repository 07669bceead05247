/**
 * A contract: a part of the API for some clients, chosen by `@tag`. A field is in it when it has one of the included
 * tags (or none are named) and none of the excluded; types that nothing leads to any more are left out.
 */
export interface Contract {
  /** Empty: everything that is not excluded. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}
