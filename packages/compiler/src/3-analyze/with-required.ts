/** Adds to the shape of a type what other subgraphs want of it: parts of their keys, and what fields require. */
import type { ObjectShape, SubgraphShape, TypeShape } from '@tributary/http-subgraph';
import { normalizedFieldSet } from './field-set.ts';
import { ownPart, requiredOf } from './required-of.ts';
import type { TypeRequirements } from './type-requirements.ts';

interface AskedSubgraph {
  /** `join__Graph` value. */
  readonly graph: string;
  /** Without what is required. */
  readonly shape: SubgraphShape;
}

/** Adds what the subgraph has of other subgraphs' keys. @param requirements - undefined for a union, which has no fields */
export function withKeys(
  type: TypeShape,
  requirements: TypeRequirements | undefined,
  subgraph: AskedSubgraph,
): TypeShape {
  if (type.kind === 'abstract' || requirements === undefined) return type;
  const others = keysOfOthers(type, requirements, subgraph);
  return others.length === 0 ? type : { ...type, keys: [...new Set([...type.keys, ...others])] };
}

/** @param shape - of the subgraph, its types by `withKeys` */
export function withRequired(
  type: TypeShape,
  requirements: TypeRequirements | undefined,
  shape: SubgraphShape,
): TypeShape {
  if (type.kind === 'abstract' || requirements === undefined) return type;
  const { requiresByField, sharedCalls } = requirements;
  if (requiresByField.size + sharedCalls.size === 0) return type;
  return { ...type, requires: requiresOf(type, requirements, shape) };
}

/** What this subgraph has of the keys of those that share none with it: a third subgraph may complete them. */
function keysOfOthers(
  { keys }: ObjectShape,
  { typeName, keysByGraph }: TypeRequirements,
  { graph, shape }: AskedSubgraph,
): readonly string[] {
  const others = [...keysByGraph].filter(([other]) => other !== graph);
  if (others.length === 0) return [];
  const own = new Set(keys.map(normalizedFieldSet));
  return others.flatMap(([, theirs]) => {
    if (theirs.some((key) => own.has(key))) return [];
    return theirs.map((key) => ownPart(key, typeName, shape)).filter((key) => key !== '');
  });
}

function requiresOf(
  type: ObjectShape,
  { typeName, requiresByField, contexts, sharedCalls }: TypeRequirements,
  shape: SubgraphShape,
): Record<string, string> {
  const requires: [string, string][] = [];
  for (const name of new Set([...requiresByField.keys(), ...sharedCalls])) {
    const carried = contexts.get(name) ?? [];
    const field = type.fields[name];
    // What is asked for by itself, or has a label, may be asked of another subgraph.
    const isOwn =
      field !== undefined &&
      field.isExternal !== true &&
      field.isContextual !== true &&
      field.isLabelled !== true &&
      field.requires === undefined;
    const ofContexts = carried.flatMap(({ selection }) => {
      if (selection === undefined) return [];
      const own = ownPart(selection.text, typeName, shape);
      // What another subgraph has of it is asked for by the keys.
      return own === selection.text ? [own] : [own, ...type.keys];
    });
    const required = isOwn ? [] : [requiredOf(name, { typeName, requiresByField, shape })];
    const ofCalls = isOwn && sharedCalls.has(name) ? type.keys : [];
    const all = [...required, ...ofContexts, ...ofCalls].filter((text) => text !== '');
    if (all.length > 0) requires.push([name, all.join(' ')]);
  }
  return Object.fromEntries(requires);
}
