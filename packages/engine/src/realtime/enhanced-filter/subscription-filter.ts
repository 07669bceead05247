/**
 * Enhanced subscription filter as checked data: one of the groups must hold, and in a group all conditions.
 * See AppSync developer guide, "Defining enhanced subscriptions filters".
 */

export type FilterScalar = string | number | boolean;

export type FilterCondition = { readonly fieldPath: readonly string[] } & (
  | { readonly operator: 'eq' | 'ne'; readonly value: FilterScalar }
  | { readonly operator: 'le' | 'lt' | 'ge' | 'gt'; readonly value: string | number }
  | { readonly operator: 'contains' | 'notContains'; readonly value: string | number }
  | { readonly operator: 'beginsWith'; readonly value: string }
  | { readonly operator: 'in' | 'notIn' | 'containsAny'; readonly values: readonly (string | number)[] }
  | { readonly operator: 'between'; readonly low: string | number; readonly high: string | number }
);

export interface SubscriptionFilter {
  readonly groups: readonly (readonly FilterCondition[])[];
}
