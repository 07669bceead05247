/** What a caller must be or have to read a field. */
export type AccessRequirement =
  | { readonly kind: 'authenticated' }
  /** All scopes of one of the lists. */
  | { readonly kind: 'scopes'; readonly anyOf: readonly (readonly string[])[] }
  /** All policies of one of the lists. */
  | { readonly kind: 'policies'; readonly anyOf: readonly (readonly string[])[] };
