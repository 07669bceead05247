/** The changes from a base schema to the composed one, by criticality. */
import { CriticalityLevel, diff, DiffRule } from '@graphql-inspector/core';
import type { Change } from '@graphql-inspector/core';
import type { GraphQLSchema } from 'graphql';

export type Criticality = 'breaking' | 'dangerous' | 'safe';

export interface SchemaChange {
  readonly criticality: Criticality;
  /** As the diff library names it, for example `FIELD_REMOVED`. */
  readonly type: string;
  /** Schema coordinate, for example `Order.total`; undefined for a change of the schema as a whole. */
  readonly path: string | undefined;
  readonly message: string;
  readonly reason: string | undefined;
  /** Recorded operations that meet the change; undefined when none were given, or when it is not breaking. */
  readonly usedBy?: readonly string[];
}

const ORDER: readonly Criticality[] = ['breaking', 'dangerous', 'safe'];

/** @returns breaking changes first, then dangerous ones, then safe ones; each group by path */
export async function compareSchemas(
  base: GraphQLSchema,
  current: GraphQLSchema,
): Promise<readonly SchemaChange[]> {
  const original = await diff(base, current);
  // The rule rates changes of types that no root field leads to as safe; it replaces their messages.
  const rated = await diff(base, current, [DiffRule.safeUnreachable]);
  const changes = original.map((change, index) => toSchemaChange(change, rated[index] ?? change));
  return changes.sort(
    (a, b) =>
      ORDER.indexOf(a.criticality) - ORDER.indexOf(b.criticality) || compareText(a.path ?? '', b.path ?? ''),
  );
}

function toSchemaChange(change: Change, rated: Change): SchemaChange {
  const isUnreachable = rated.criticality.level !== change.criticality.level;
  return {
    criticality: toCriticality(rated.criticality.level),
    type: String(change.type),
    path: change.path,
    message: `${change.message}.`,
    reason: isUnreachable ? 'No root field leads to the type.' : change.criticality.reason,
  };
}

function toCriticality(level: CriticalityLevel): Criticality {
  switch (level) {
    case CriticalityLevel.Breaking:
      return 'breaking';
    case CriticalityLevel.Dangerous:
      return 'dangerous';
    case CriticalityLevel.NonBreaking:
      return 'safe';
  }
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
