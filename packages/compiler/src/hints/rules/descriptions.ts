/** Elements that subgraphs describe differently. */
import type { ASTNode, StringValueNode } from 'graphql';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { createHint, listed } from '../create-hint.ts';
import type { MergedSchema, MergedType } from '../../merged-schema/merged-schema.ts';
import type { TypePart } from '../../merged-schema/type-part.ts';

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
  for (const part of parts) {
    const { subgraph } = part;
    for (const { element, node, description } of describedIn(part, name)) {
      const described = { subgraph, node, text: description.value.trim() };
      const known = found.get(element);
      if (known === undefined) found.set(element, [described]);
      else known.push(described);
    }
  }
  return found;
}

interface DescribedNode {
  readonly element: string;
  readonly node: ASTNode;
  readonly description: StringValueNode;
}

function* describedIn(part: TypePart, typeName: string): Generator<DescribedNode> {
  const { node, description, fields, inputFields, values } = part;
  if (description !== undefined) yield { element: typeName, node, description };
  for (const members of [fields, inputFields, values]) {
    for (const [name, member] of members) {
      if (member.description === undefined) continue;
      yield { element: `${typeName}.${name}`, node: member, description: member.description };
    }
  }
  for (const [name, field] of fields) {
    for (const argument of field.arguments ?? []) {
      if (argument.description === undefined) continue;
      const element = `${typeName}.${name}(${argument.name.value}:)`;
      yield { element, node: argument, description: argument.description };
    }
  }
}

/** Characters of a description in a note. */
const MAX_SHOWN = 60;

function shortened(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length <= MAX_SHOWN ? `"${line}"` : `"${line.slice(0, MAX_SHOWN - 1)}…"`;
}
