/** Elements that subgraphs describe differently. */
import type { ASTNode, StringValueNode } from 'graphql';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { createHint, listed } from '../create-hint.ts';
import type { MergedSchema, MergedType } from '../../merged-schema/merged-schema.ts';

interface Described {
  readonly subgraph: string;
  readonly node: ASTNode;
  readonly text: string;
}

export function descriptions({ sharedTypes }: MergedSchema): readonly Diagnostic[] {
  return sharedTypes.flatMap((type) => {
    return [...describedElements(type)].flatMap(([element, all]) => {
      const [first] = all;
      if (first === undefined || all.every(({ text }) => text === first.text)) return [];
      const subgraphs = listed(all.map(({ subgraph }) => subgraph));
      const parameters = { element, subgraphs, used: first.subgraph };
      return [
        createHint(
          'INCONSISTENT_DESCRIPTION',
          parameters,
          all.map(({ subgraph, node, text }) => ({
            node,
            text: `Subgraph "${subgraph}" says: ${shortened(text)}`,
          })),
        ),
      ];
    });
  });
}

/** Coordinate -> its descriptions; those of elements without one are left out. */
function describedElements({ name, parts }: MergedType): ReadonlyMap<string, readonly Described[]> {
  const found = new Map<string, Described[]>();
  const add = (element: string, subgraph: string, node: DescribedNode) => {
    if (node.description === undefined) return;
    const described = { subgraph, node: node.node, text: node.description.value.trim() };
    found.set(element, [...(found.get(element) ?? []), described]);
  };
  for (const { subgraph, node: typeNode, description, fields, inputFields, values } of parts) {
    add(name, subgraph, { node: typeNode, description });
    for (const node of [...fields.values(), ...inputFields.values(), ...values.values()]) {
      add(`${name}.${node.name.value}`, subgraph, { node, description: node.description });
    }
    for (const field of fields.values()) {
      for (const node of field.arguments ?? []) {
        const element = `${name}.${field.name.value}(${node.name.value}:)`;
        add(element, subgraph, { node, description: node.description });
      }
    }
  }
  return found;
}

interface DescribedNode {
  readonly node: ASTNode;
  readonly description: StringValueNode | undefined;
}

/** Characters of a description in a note. */
const MAX_SHOWN = 60;

function shortened(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length <= MAX_SHOWN ? `"${line}"` : `"${line.slice(0, MAX_SHOWN - 1)}…"`;
}
