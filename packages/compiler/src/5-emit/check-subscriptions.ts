/** `@aws_subscribe` must name mutations of the composed API that return the same type. */
import { getNamedType, isObjectType, Kind, OperationTypeNode } from 'graphql';
import type { DocumentNode, FieldDefinitionNode, GraphQLSchema } from 'graphql';
import type { FederationModel } from '../model/federation-model.ts';
import { createDiagnostic } from '../diagnostics/create-diagnostic.ts';
import { nearNames } from '../diagnostics/did-you-mean.ts';
import { locationOfNode } from '../diagnostics/source-location.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { AnnotatedSubgraph } from './aws-directives.ts';

/** AppSync developer guide, "Real-time data": each subscription field names the mutations that publish it. */
export function checkSubscriptions(
  { schema, rootTypes }: Pick<FederationModel, 'schema' | 'rootTypes'>,
  subgraphs: readonly AnnotatedSubgraph[],
): Diagnostic[] {
  const { subscription } = rootTypes;
  if (subscription === undefined) return [];
  const api = schema();
  return subgraphs.flatMap(({ document }) =>
    document.definitions.flatMap((definition) =>
      (definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.OBJECT_TYPE_EXTENSION) &&
      definition.name.value === subscription
        ? (definition.fields ?? []).flatMap((field) => checkField(api, field))
        : [],
    ),
  );
}

/** What a subgraph's own schema shows, whether or not it composes with the others. */
export function checkOwnSubscriptions(subgraphs: readonly AnnotatedSubgraph[]): Diagnostic[] {
  return subgraphs.flatMap(({ document }) => {
    const name = subscriptionTypeName(document);
    return document.definitions.flatMap((definition) =>
      (definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.OBJECT_TYPE_EXTENSION) &&
      definition.name.value === name
        ? (definition.fields ?? []).flatMap(checkOwnField)
        : [],
    );
  });
}

function subscriptionTypeName(document: DocumentNode): string {
  for (const node of document.definitions) {
    if (node.kind !== Kind.SCHEMA_DEFINITION && node.kind !== Kind.SCHEMA_EXTENSION) continue;
    const root = node.operationTypes?.find(({ operation }) => operation === OperationTypeNode.SUBSCRIPTION);
    if (root !== undefined) return root.type.name.value;
  }
  return 'Subscription';
}

function checkOwnField(field: FieldDefinitionNode): Diagnostic[] {
  if (subscribedMutations(field).length > 0) return [];
  const location = locationOfNode(field);
  const place = location === undefined ? {} : { location };
  const parameters = { field: `Subscription.${field.name.value}` };
  return [createDiagnostic('APPSYNC_SUBSCRIPTION_WITHOUT_MUTATIONS', parameters, place)];
}

function checkField(schema: GraphQLSchema, field: FieldDefinitionNode): Diagnostic[] {
  const coordinate = `Subscription.${field.name.value}`;
  const location = locationOfNode(field);
  const place = location === undefined ? {} : { location };
  const mutations = subscribedMutations(field);
  if (mutations.length === 0) return checkOwnField(field);
  const known = schema.getMutationType()?.getFields() ?? {};
  const subscription = schema.getSubscriptionType()?.getFields()[field.name.value];
  return mutations.flatMap((mutation) => {
    const target = known[mutation];
    if (target === undefined) {
      const [near] = nearNames(mutation, Object.keys(known));
      const parameters = {
        field: coordinate,
        mutation,
        near: near === undefined ? '' : `, perhaps "${near}"`,
      };
      return [createDiagnostic('APPSYNC_SUBSCRIBE_UNKNOWN_MUTATION', parameters, place)];
    }
    const type = subscription === undefined ? undefined : getNamedType(subscription.type);
    const mutationType = getNamedType(target.type);
    if (type === undefined || type.name === mutationType.name || !isObjectType(type)) return [];
    const parameters = { field: coordinate, type: type.name, mutation, mutationType: mutationType.name };
    return [createDiagnostic('APPSYNC_SUBSCRIBE_TYPE_MISMATCH', parameters, place)];
  });
}

function subscribedMutations(field: FieldDefinitionNode): string[] {
  const directive = field.directives?.find(({ name }) => name.value === 'aws_subscribe');
  const value = directive?.arguments?.find(({ name }) => name.value === 'mutations')?.value;
  if (value?.kind === Kind.STRING) return [value.value];
  return value?.kind === Kind.LIST
    ? value.values.flatMap((item) => (item.kind === Kind.STRING ? [item.value] : []))
    : [];
}
