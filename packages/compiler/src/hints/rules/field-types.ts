/** Fields, arguments and input fields whose types differ but fit: composition has refused those that do not. */
import type { TypeNode as TypeReference, ASTNode } from 'graphql';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { argumentsByCoordinate, fieldsByCoordinate } from '../../merged-schema/coordinates.ts';
import type { PlacedNode } from '../../merged-schema/coordinates.ts';
import { typeText } from '../../model/type-reference.ts';
import { bySubgraph, createHint } from '../create-hint.ts';
import type { MergedSchema } from '../../merged-schema/merged-schema.ts';

export function fieldTypes(schema: MergedSchema): readonly Diagnostic[] {
  return [...fieldsByCoordinate(schema)].flatMap(([coordinate, placed]) =>
    differs(placed)
      ? [
          createHint(
            'INCONSISTENT_BUT_COMPATIBLE_FIELD_TYPE',
            { field: coordinate, types: types(placed) },
            places(placed),
          ),
        ]
      : [],
  );
}

export function argumentTypes(schema: MergedSchema): readonly Diagnostic[] {
  return [...argumentsByCoordinate(schema)].flatMap(([coordinate, placed]) =>
    differs(placed)
      ? [
          createHint(
            'INCONSISTENT_BUT_COMPATIBLE_ARGUMENT_TYPE',
            { argument: coordinate, types: types(placed) },
            places(placed),
          ),
        ]
      : [],
  );
}

type Typed = PlacedNode<ASTNode & { readonly type: TypeReference }>;

function differs(placed: readonly Typed[]): boolean {
  return new Set(placed.map(({ node }) => typeText(node.type))).size > 1;
}

function types(placed: readonly Typed[]): string {
  return bySubgraph(placed.map(({ subgraph, node }) => ({ subgraph, text: `"${typeText(node.type)}"` })));
}

function places(placed: readonly Typed[]) {
  return placed.map(({ subgraph, node }) => ({
    node,
    text: `In subgraph "${subgraph}" it is "${typeText(node.type)}".`,
  }));
}
