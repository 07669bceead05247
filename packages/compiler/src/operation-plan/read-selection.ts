/** What an emitted guard can know of a selection: the twin of `selectedFields` in the emitted code. */
import { Kind, visit } from 'graphql';
import type { SelectionNode, SelectionSetNode } from 'graphql';
import type { FederationModel } from '../model/federation-model.ts';

export type Variables = Readonly<Record<string, unknown>>;

/** Stands for what a named fragment hides. */
export const HIDDEN = '...';

/** Type that the innermost fragment names ('' for none) -> schema names selected at the first level. */
export type ReadableSelection = ReadonlyMap<string, ReadonlySet<string>>;

export function readSelection(
  selectionSets: readonly SelectionSetNode[],
  variables: Variables = {},
): ReadableSelection {
  const names = new Map<string, Set<string>>([['', new Set()]]);
  for (const selectionSet of selectionSets) readInto(names, { selectionSet, condition: '', variables });
  return names;
}

/** Names selected of an object type, in fragments that apply to it. */
export function selectedOf(
  { possibleTypes }: Pick<FederationModel, 'possibleTypes'>,
  selection: ReadableSelection,
  typeName: string,
): ReadonlySet<string> {
  const abstractTypes = [...possibleTypes].flatMap(([name, types]) =>
    types.includes(typeName) ? [name] : [],
  );
  return new Set(
    ['', typeName, ...abstractTypes].flatMap((condition) => [...(selection.get(condition) ?? [])]),
  );
}

/** Names that are selected more than once: each alias runs the field's resolver. */
export function repeatedNames(
  selectionSets: readonly SelectionSetNode[],
  variables: Variables,
): ReadonlySet<string> {
  const once = new Set<string>();
  const repeated = new Set<string>();
  const visitSet = (selectionSet: SelectionSetNode): void => {
    for (const selection of selectionSet.selections) {
      if (isLeftOut(selection, variables)) continue;
      if (selection.kind === Kind.INLINE_FRAGMENT) visitSet(selection.selectionSet);
      if (selection.kind !== Kind.FIELD) continue;
      const { value } = selection.name;
      (once.has(value) ? repeated : once).add(value);
    }
  };
  selectionSets.forEach(visitSet);
  return repeated;
}

/** All names, whatever fragment they are in; undefined when a named fragment hides some. */
export function selectedNames(selection: ReadableSelection): ReadonlySet<string> | undefined {
  const names = new Set([...selection.values()].flatMap((some) => [...some]));
  return names.has(HIDDEN) ? undefined : names;
}

/** Names at every depth, as an emitted guard finds them in the text; undefined when a named fragment hides some. */
export function namesAtAnyDepth(selectionSets: readonly SelectionSetNode[]): ReadonlySet<string> | undefined {
  const names = new Set<string>();
  let isHiding = false;
  for (const selectionSet of selectionSets) {
    visit(selectionSet, {
      Name: ({ value }) => void names.add(value),
      FragmentSpread: () => void (isHiding = true),
    });
  }
  return isHiding ? undefined : names;
}

/** True when all names of a path occur in the text of a selection, or a named fragment may hide one. */
export function isMentioned(names: ReadonlySet<string> | undefined, path: string): boolean {
  return names === undefined || path.split('.').every((name) => [...names].some((one) => one.includes(name)));
}

interface Reading {
  readonly selectionSet: SelectionSetNode;
  readonly condition: string;
  readonly variables: Variables;
}

function readInto(names: Map<string, Set<string>>, { selectionSet, condition, variables }: Reading): void {
  const add = (name: string, type = condition) => names.set(type, (names.get(type) ?? new Set()).add(name));
  for (const selection of selectionSet.selections) {
    if (isLeftOut(selection, variables)) continue;
    switch (selection.kind) {
      case Kind.FIELD:
        add(selection.name.value);
        break;
      case Kind.INLINE_FRAGMENT: {
        const inner = selection.typeCondition?.name.value ?? condition;
        if (!names.has(inner)) names.set(inner, new Set());
        readInto(names, { selectionSet: selection.selectionSet, condition: inner, variables });
        break;
      }
      case Kind.FRAGMENT_SPREAD:
        add(HIDDEN);
        break;
    }
  }
}

/** By @skip or @include; a variable that is not given counts as its default, which a guard does not know. */
export function isLeftOut(selection: SelectionNode, variables: Variables): boolean {
  return (selection.directives ?? []).some(({ name, arguments: args }) => {
    const condition = args?.find((argument) => argument.name.value === 'if')?.value;
    if (condition === undefined || (name.value !== 'skip' && name.value !== 'include')) return false;
    const value =
      condition.kind === Kind.VARIABLE
        ? variables[condition.name.value]
        : condition.kind === Kind.BOOLEAN && condition.value;
    return value === (name.value === 'skip');
  });
}
