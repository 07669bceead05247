/** What a write takes of a table and of its indexes. @see DynamoDB developer guide, "Provisioned throughput considerations for Global Secondary Indexes" */
import { valuesEqual } from './compare-values.ts';
import { type IndexUsage, type TableUsage, writeUnits } from './consumed-capacity.ts';
import type { AttributeMap } from './contract.ts';
import { indexChanges, type IndexChange } from './index-entries.ts';
import type { TableDefinition } from './table-definition.ts';

export function writeUsage(
  table: TableDefinition,
  before: AttributeMap | undefined,
  after: AttributeMap | undefined,
): TableUsage {
  return {
    table: writeUnits(before, after),
    indexes: indexChanges(table, before, after).map(toIndexUsage),
  };
}

/** An entry that moves is deleted and put; one that keeps its place and what it shows takes nothing. */
function toIndexUsage({ scoped, stale, put }: IndexChange): IndexUsage {
  const { scope, index } = scoped;
  const usage = (units: number): IndexUsage => ({ scope, indexName: index.IndexName, units });
  if (stale === undefined && put === undefined) return usage(0);
  if (stale === undefined || put === undefined) return usage(writeUnits(stale?.value, put?.value));
  if (stale.key !== put.key)
    return usage(writeUnits(stale.value, undefined) + writeUnits(undefined, put.value));
  const isSame = valuesEqual({ M: stale.value }, { M: put.value });
  return usage(isSame ? 0 : writeUnits(stale.value, put.value));
}
