/** Takes parts of an operation away as long as it stays valid and still fails. */
import { Kind, parse, print, validate, visit } from 'graphql';
import type { ASTNode, DefinitionNode, DocumentNode, GraphQLSchema } from 'graphql';
import type { Operation } from './generate-operation.ts';

/** @param fails - whether a valid operation still fails; it holds for `operation` */
export async function shrinkOperation(
  schema: GraphQLSchema,
  operation: Operation,
  fails: (smaller: Operation) => Promise<boolean>,
): Promise<Operation> {
  let current = operation;
  const attempt = async (document: DocumentNode): Promise<boolean> => {
    const smaller = withoutUnused(document, current.variables);
    if (smaller.query === current.query) return false;
    if (!isValid(schema, smaller.query) || !(await fails(smaller))) return false;
    current = smaller;
    return true;
  };
  for (let isSmaller = true; isSmaller;) {
    isSmaller = false;
    for (let index = 0; ; index += 1) {
      const document = parse(current.query, { noLocation: true });
      const edits = editsAt(document, index);
      if (edits === undefined) break;
      for (const edit of edits) {
        if (!(await attempt(edit))) continue;
        isSmaller = true;
        index -= 1;
        break;
      }
    }
  }
  return { ...current, query: print(parse(current.query)) };
}

/** An operation that lost all its fields can't even be parsed. */
function isValid(schema: GraphQLSchema, query: string): boolean {
  try {
    return validate(schema, parse(query)).length === 0;
  } catch {
    return false;
  }
}

/** Smaller documents made at the selection, argument or directive of this number; undefined after the last. */
function editsAt(document: DocumentNode, index: number): readonly DocumentNode[] | undefined {
  let position = -1;
  let target: ASTNode | undefined;
  const count = (node: ASTNode): void => {
    position += 1;
    if (position === index) target = node;
  };
  visit(document, {
    Field: count,
    InlineFragment: count,
    FragmentSpread: count,
    Directive: count,
    Argument: count,
  });
  if (target === undefined) return undefined;
  const replaced = replacementsOf(document, target);
  return [null, ...replaced].map((replacement) => replaceNode(document, target, replacement));
}

function replacementsOf(document: DocumentNode, target: ASTNode): readonly (ASTNode | readonly ASTNode[])[] {
  if (target.kind === Kind.INLINE_FRAGMENT) return [target.selectionSet.selections];
  if (target.kind === Kind.FIELD && target.alias !== undefined) {
    const { alias: _alias, ...plain } = target;
    return [plain];
  }
  if (target.kind !== Kind.FRAGMENT_SPREAD) return [];
  const fragment = document.definitions.find(
    (one) => one.kind === Kind.FRAGMENT_DEFINITION && one.name.value === target.name.value,
  );
  if (fragment?.kind !== Kind.FRAGMENT_DEFINITION) return [];
  const { typeCondition, selectionSet } = fragment;
  return [selectionSet.selections, { kind: Kind.INLINE_FRAGMENT, typeCondition, selectionSet }];
}

function replaceNode(
  document: DocumentNode,
  target: ASTNode | undefined,
  replacement: ASTNode | readonly ASTNode[] | null,
): DocumentNode {
  return visit(document, {
    enter: (node) => {
      if (node !== target) return undefined;
      return isList(replacement) ? null : replacement;
    },
    SelectionSet: {
      enter: (node) => {
        if (!isList(replacement) || !node.selections.some((one) => one === target)) return undefined;
        const selections = node.selections.flatMap((one) => (one === target ? replacement : [one]));
        return { ...node, selections };
      },
    },
  });
}

function isList(value: ASTNode | readonly ASTNode[] | null): value is readonly ASTNode[] {
  return Array.isArray(value);
}

/** Drops selections that became empty, and fragments and variables that nothing uses. */
function withoutUnused(document: DocumentNode, variables: Operation['variables']): Operation {
  const filled = visit(document, {
    Field: { leave: (node) => (node.selectionSet?.selections.length === 0 ? null : undefined) },
    InlineFragment: { leave: (node) => (node.selectionSet.selections.length === 0 ? null : undefined) },
  });
  const spreads = new Set<string>();
  const used = new Set<string>();
  const followed = (node: ASTNode): void => {
    visit(node, {
      FragmentSpread: ({ name }) => {
        if (spreads.has(name.value)) return;
        spreads.add(name.value);
        const fragment = filled.definitions.find(
          (one) => one.kind === Kind.FRAGMENT_DEFINITION && one.name.value === name.value,
        );
        if (fragment !== undefined) followed(fragment);
      },
      VariableDefinition: () => false,
      Variable: ({ name }) => void used.add(name.value),
    });
  };
  for (const one of filled.definitions) if (one.kind === Kind.OPERATION_DEFINITION) followed(one);
  const definitions = filled.definitions.flatMap((one): readonly DefinitionNode[] => {
    if (one.kind === Kind.FRAGMENT_DEFINITION) return spreads.has(one.name.value) ? [one] : [];
    if (one.kind !== Kind.OPERATION_DEFINITION) return [one];
    const kept = (one.variableDefinitions ?? []).filter(({ variable }) => used.has(variable.name.value));
    return [{ ...one, variableDefinitions: kept }];
  });
  return {
    query: print({ ...filled, definitions }),
    variables: Object.fromEntries(Object.entries(variables).filter(([name]) => used.has(name))),
  };
}
