/** Every way to a field with an argument from a context must lead through an object that sets the context. */
import { Kind } from 'graphql';
import type { DocumentNode } from 'graphql';
import { createDiagnostic } from '../diagnostics/create-diagnostic.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { RootTypes } from '../model/federation-model.ts';
import { contextUses } from './context-carriers.ts';
import type { ContextUse } from './context-carriers.ts';
import { objectGraph } from './object-graph.ts';
import type { ObjectGraph } from './object-graph.ts';

interface ComposedSchemas {
  readonly document: DocumentNode;
  readonly apiDocument: DocumentNode;
}

export function checkContexts(
  { document, apiDocument }: ComposedSchemas,
  { query, mutation, subscription }: RootTypes,
): Diagnostic[] {
  const uses = contextUses(document);
  if (uses.length === 0) return [];
  const rootNames = new Set([query, mutation, subscription].flatMap((name) => name ?? []));
  const graph = objectGraph(apiDocument);
  return uses.flatMap((use) => {
    if (!hasField(apiDocument, use)) return [];
    const place = `${use.typeName}.${use.fieldName}`;
    const root = [...use.setters].find((name) => rootNames.has(name));
    if (root !== undefined) {
      const feature = `A context that the root type ${root} sets`;
      return [createDiagnostic('APPSYNC_FEATURE_NOT_SUPPORTED', { feature, place })];
    }
    const names = wayWithoutContext(graph, use, rootNames);
    return names === undefined ? [] : [missingContext(use, names)];
  });
}

function hasField(document: DocumentNode, { typeName, fieldName }: ContextUse): boolean {
  return document.definitions.some(
    (node) =>
      node.kind === Kind.OBJECT_TYPE_DEFINITION &&
      node.name.value === typeName &&
      (node.fields ?? []).some(({ name }) => name.value === fieldName),
  );
}

/** The shortest one, as field names after the root type's name; undefined: each way sets the context. */
function wayWithoutContext(
  graph: ObjectGraph,
  { typeName, setters }: ContextUse,
  rootNames: ReadonlySet<string>,
): readonly string[] | undefined {
  const ways = new Map<string, readonly string[]>([...rootNames].map((name) => [name, [name]]));
  for (const [name, way] of ways) {
    if (name === typeName) return way;
    if (setters.has(name)) continue;
    for (const [fieldName, targets] of graph.get(name) ?? []) {
      for (const target of targets) if (!ways.has(target)) ways.set(target, [...way, fieldName]);
    }
  }
  return undefined;
}

function missingContext(
  { typeName, fieldName, argument, setters }: ContextUse,
  [rootName = '', ...names]: readonly string[],
): Diagnostic {
  const coordinate = `${typeName}.${fieldName}`;
  const query = [...names, fieldName].reduceRight((inner, name) => `${name}${inner && ` { ${inner} }`}`, '');
  const operation = rootName === 'Query' ? 'query' : rootName.toLowerCase();
  const context = argument.context.replace(/^.*__/, '');
  return createDiagnostic('SATISFIABILITY_ERROR', {
    message: `The query\n${operation} { ${query} }\nis valid in the API, but no object above "${coordinate}" sets the context "${context}", which its argument "${argument.name}" comes from. It is set by: ${[...setters].sort().join(', ') || 'no type'}.`,
  });
}
