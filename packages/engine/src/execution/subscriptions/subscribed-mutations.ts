/** `@aws_subscribe(mutations: [...])` read from a schema. AppSync developer guide, "Real-time data". */
import { type GraphQLField, type GraphQLSchema, Kind } from 'graphql';

/** Mutation field name -> names of the Subscription fields that list it. */
export type SubscribedMutations = ReadonlyMap<string, readonly string[]>;

export function readSubscribedMutations(schema: GraphQLSchema): SubscribedMutations {
  const subscribers = new Map<string, string[]>();
  for (const field of Object.values(schema.getSubscriptionType()?.getFields() ?? {})) {
    for (const mutation of readMutations(field)) {
      subscribers.set(mutation, [...(subscribers.get(mutation) ?? []), field.name]);
    }
  }
  return subscribers;
}

/** Mutations that one Subscription field lists, in the order written. */
export function readMutations(field: GraphQLField<unknown, unknown>): readonly string[] {
  const directive = field.astNode?.directives?.find((candidate) => candidate.name.value === 'aws_subscribe');
  const value = directive?.arguments?.find((argument) => argument.name.value === 'mutations')?.value;
  if (value?.kind === Kind.STRING) return [value.value];
  if (value?.kind !== Kind.LIST) return [];
  return value.values.flatMap((item) => (item.kind === Kind.STRING ? [item.value] : []));
}
