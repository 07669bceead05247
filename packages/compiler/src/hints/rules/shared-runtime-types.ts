/** Shared fields of an abstract type whose object types differ by subgraph. */
import type { Diagnostic } from '../../model/diagnostic.ts';
import { fieldsByCoordinate } from '../../merged-schema/coordinates.ts';
import { namedTypeOf } from '../../model/type-reference.ts';
import { bySubgraph, createHint } from '../create-hint.ts';
import type { MergedSchema } from '../../merged-schema/merged-schema.ts';

export function sharedRuntimeTypes(schema: MergedSchema): readonly Diagnostic[] {
  return [...fieldsByCoordinate(schema)].flatMap(([field, placed]) => {
    const [coordinateType = ''] = field.split('.');
    const sharing = placed.filter(
      ({ node, findDirectives }) => findDirectives(node.directives, 'override').length === 0,
    );
    if (sharing.length < 2 || schema.types.get(coordinateType)?.kind !== 'object') return [];
    const returned = sharing.map(({ subgraph, node }) => {
      const type = namedTypeOf(node.type);
      return { subgraph, node, type, names: objectTypesIn(schema, type, subgraph) };
    });
    const [first] = returned;
    const isAbstract = returned.some(({ type }) => isAbstractType(schema, type));
    if (first === undefined || !isAbstract) return [];
    if (returned.every(({ names }) => names.join() === first.names.join())) return [];
    const types = bySubgraph(
      returned.map(({ subgraph, names }) => ({ subgraph, text: names.join(', ') || 'none' })),
    );
    return [
      createHint(
        'INCONSISTENT_RUNTIME_TYPES_FOR_SHAREABLE_RETURN',
        { field, types, type: first.type },
        returned.map(({ subgraph, node, names }) => ({
          node,
          text: `In subgraph "${subgraph}": ${names.join(', ') || 'none'}.`,
        })),
      ),
    ];
  });
}

function isAbstractType({ types }: MergedSchema, name: string): boolean {
  const kind = types.get(name)?.kind;
  return kind === 'union' || kind === 'interface';
}

/** Sorted. */
function objectTypesIn({ types }: MergedSchema, name: string, subgraph: string): readonly string[] {
  const part = types.get(name)?.parts.find((one) => one.subgraph === subgraph);
  switch (part?.kind) {
    case 'union':
      return [...part.members.keys()].sort();
    case 'interface':
      return [...types.values()]
        .filter(
          (type) =>
            type.kind === 'object' &&
            type.parts.some((one) => one.subgraph === subgraph && one.interfaces.has(name)),
        )
        .map((type) => type.name)
        .sort();
    default:
      return [name];
  }
}
