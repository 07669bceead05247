/** Hand-written resolvers must name fields of their subgraph; lookups must exist for the joins that need them. */
import { Kind } from 'graphql';
import type { DocumentNode } from 'graphql';
import { createDiagnostic } from '../diagnostics/create-diagnostic.ts';
import { nearNames } from '../diagnostics/did-you-mean.ts';
import { locateFields } from '../diagnostics/locate-fields.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { ApiPlan } from '../model/resolver-plan.ts';
import type { EntityLookupSource, HandwrittenResolver } from '../model/subgraph-source.ts';

export interface HandwritingSubgraph {
  readonly name: string;
  readonly document: DocumentNode;
  readonly resolvers: readonly HandwrittenResolver[];
}

export function checkHandwritten(subgraphs: readonly HandwritingSubgraph[]): Diagnostic[] {
  return subgraphs.flatMap(({ name, document, resolvers }) => {
    if (resolvers.length === 0) return [];
    const known = coordinates(document);
    const faults = resolvers.flatMap((resolver) => {
      const field = `${resolver.typeName}.${resolver.fieldName}`;
      if (known.includes(field)) return [];
      const [near] = nearNames(field, known);
      const file = resolver.kind === 'unit' ? resolver.module.file : (resolver.functions[0]?.file ?? field);
      const parameters = {
        file,
        field,
        subgraph: name,
        near: near === undefined ? '' : `, perhaps "${near}"`,
      };
      return [createDiagnostic('APPSYNC_RESOLVER_UNKNOWN_FIELD', parameters)];
    });
    return locateFields(faults, [document]);
  });
}

/** @param lookups - subgraph name -> entity lookups; only DynamoDB subgraphs are in it */
export function checkEntityLookups(
  plan: ApiPlan,
  lookups: ReadonlyMap<string, Readonly<Record<string, readonly EntityLookupSource[]>>>,
): Diagnostic[] {
  return plan.groups.flatMap(({ subgraph, typeName, keys, fields }) => {
    const declared = lookups.get(subgraph);
    if (declared === undefined) return [];
    const known = new Set((declared[typeName] ?? []).map(({ key }) => key.trim().replace(/\s+/g, ' ')));
    return keys
      .filter(({ text }) => !known.has(text))
      .map(({ text }) =>
        createDiagnostic('APPSYNC_ENTITY_LOOKUP_MISSING', {
          fields: fields.join(', '),
          type: typeName,
          subgraph,
          key: text,
        }),
      );
  });
}

function coordinates(document: DocumentNode): string[] {
  return document.definitions.flatMap((node) =>
    node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.OBJECT_TYPE_EXTENSION
      ? (node.fields ?? []).map((field) => `${node.name.value}.${field.name.value}`)
      : [],
  );
}
