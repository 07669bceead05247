import { type GraphQLOutputType, type GraphQLSchema, getNullableType, isListType } from 'graphql';
import { readMutations } from './subscribed-mutations.ts';

/**
 * AppSync developer guide, "Real-time data": `@aws_subscribe` names fields of the Mutation type whose return type is
 * that of the Subscription field; either may be nullable where the other is not.
 * Differs or unconfirmed: in which words AppSync refuses such a schema.
 * @returns what is wrong, a sentence for each name
 */
export function checkSubscriptions(schema: GraphQLSchema): readonly string[] {
  const mutations = schema.getMutationType()?.getFields() ?? {};
  return Object.values(schema.getSubscriptionType()?.getFields() ?? {}).flatMap((field) =>
    readMutations(field).flatMap((name) => {
      const mutation = mutations[name];
      const where = `Subscription.${field.name}: @aws_subscribe names "${name}"`;
      if (mutation === undefined) return [`${where}, which is no field of the type Mutation`];
      const [expected, returned] = [field, mutation].map(({ type }) => withoutNonNull(type));
      return expected === returned ? [] : [`${where}, which returns ${returned} instead of ${expected}`];
    }),
  );
}

function withoutNonNull(type: GraphQLOutputType): string {
  const nullable = getNullableType(type);
  return isListType(nullable) ? `[${withoutNonNull(nullable.ofType)}]` : nullable.name;
}
