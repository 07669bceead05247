/**
 * The `@aws_*` directives of the subgraphs, by schema coordinate. Composition knows nothing of them: they are read from
 * the subgraph documents and put back into the emitted schema; several declarations of one place are united.
 */
import { Kind, print } from 'graphql';
import type { ConstDirectiveNode, DocumentNode } from 'graphql';

export interface AnnotatedSubgraph {
  readonly name: string;
  readonly document: DocumentNode;
}

const PREFIX = 'aws_';

/** `Type` or `Type.field` -> printed directives, sorted. */
export type AwsDirectives = ReadonlyMap<string, readonly string[]>;

export function collectAwsDirectives(subgraphs: readonly AnnotatedSubgraph[]): AwsDirectives {
  const found = new Map<string, Set<string>>();
  const add = (coordinate: string, directives: readonly ConstDirectiveNode[] | undefined) => {
    for (const directive of directives ?? []) {
      if (!directive.name.value.startsWith(PREFIX)) continue;
      const set = found.get(coordinate) ?? new Set<string>();
      found.set(coordinate, set.add(print(directive)));
    }
  };
  for (const { document } of subgraphs) {
    // Few use any: the text tells at once.
    if (document.loc?.source.body.includes(PREFIX) === false) continue;
    for (const definition of document.definitions) {
      if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.OBJECT_TYPE_EXTENSION)
        continue;
      add(definition.name.value, definition.directives);
      for (const field of definition.fields ?? []) {
        add(`${definition.name.value}.${field.name.value}`, field.directives);
      }
    }
  }
  return new Map([...found].map(([coordinate, directives]) => [coordinate, [...directives].sort()]));
}
