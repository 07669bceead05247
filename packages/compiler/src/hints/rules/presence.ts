/** Members that only some of the subgraphs with the type have: fields, values, union members. */
import type { ASTNode } from 'graphql';
import type { HintCode } from '../../diagnostics/hint-codes.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { createHint, listed } from '../create-hint.ts';
import type { MergedType } from '../../merged-schema/merged-schema.ts';
import type { TypePart } from '../../merged-schema/type-part.ts';

export interface PresenceCheck {
  readonly code: HintCode;
  /** Parameter of the message for the member's name. */
  readonly parameter: string;
  /** Parts to compare. @default all of the type */
  readonly parts?: readonly TypePart[];
  readonly membersOf: (part: TypePart) => ReadonlyMap<string, ASTNode>;
}

/** One hint for each member that a subgraph with the type lacks. */
export function presenceHints(type: MergedType, check: PresenceCheck): readonly Diagnostic[] {
  const parts = check.parts ?? type.parts;
  if (parts.length < 2) return [];
  const names = new Set(parts.flatMap((part) => [...check.membersOf(part).keys()]));
  return [...names].sort().flatMap((name) => {
    const having = parts.filter((part) => check.membersOf(part).has(name));
    const lacking = parts.filter((part) => !check.membersOf(part).has(name));
    if (lacking.length === 0) return [];
    const parameters = {
      type: type.name,
      [check.parameter]: name,
      has: listed(having.map(({ subgraph }) => subgraph)),
      lacks: listed(lacking.map(({ subgraph }) => subgraph)),
    };
    return [
      createHint(check.code, parameters, [
        ...having.flatMap((part) => {
          const node = check.membersOf(part).get(name);
          return node === undefined ? [] : [{ node, text: `It is in subgraph "${part.subgraph}".` }];
        }),
        ...lacking.map(({ node, subgraph }) => ({
          node,
          text: `"${type.name}" in subgraph "${subgraph}" lacks it.`,
        })),
      ]),
    ];
  });
}
