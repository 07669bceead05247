/** Entity loaders straight from a table: representations in, items out, one BatchGetItem per 100 keys. */
import type { Item } from '../dynamodb/get-items.ts';
import type { EntityLookup } from '../definition.ts';
import type { EntityAnswer, EntityLoader } from '../entity-loader.ts';
import type { EntityLoaders } from '../resolve-entities.ts';
import { type PlannedLookup, planEntityLookup } from './entity-lookup-plan.ts';
import type { EntityTable } from './entity-table.ts';

export type EntityLookups = Readonly<Record<string, readonly EntityLookup[]>>;

/** Builds one loader per entity type. */
export function createEntityReader(table: EntityTable, lookups: EntityLookups): EntityLoaders {
  return Object.fromEntries(
    Object.entries(lookups).map(([typeName, ofType]) => [typeName, toEntityLoader(table, ofType)]),
  );
}

function toEntityLoader(table: EntityTable, lookups: readonly EntityLookup[]): EntityLoader {
  return async (representations) => {
    const plans = representations.map((representation) => planEntityLookup(lookups, representation));
    const keys = plans.flatMap((plan) => (plan.kind === 'table-key' ? [plan.key] : []));
    const [items, indexed] = await Promise.all([
      table.getAll(keys),
      Promise.all(plans.map(fromIndex(table))),
    ]);
    const keyAttributes = Object.keys(keys[0] ?? {});
    const byKey = new Map(items.map((item) => [keyText(item, keyAttributes), item]));
    return plans.map((plan, position) =>
      answerOf(plan, byKey.get(keyText(plan.key, keyAttributes)), indexed[position]),
    );
  };
}

function fromIndex(table: EntityTable): (plan: PlannedLookup) => Promise<Item | undefined> {
  return async (plan) => (plan.kind === 'index' ? table.findByIndex(plan.index, plan.key) : undefined);
}

function answerOf(plan: PlannedLookup, byKey: Item | undefined, byIndex: Item | undefined): EntityAnswer {
  switch (plan.kind) {
    case 'table-key':
      return byKey ?? null;
    case 'index':
      return byIndex ?? null;
  }
}

/** A table has one key, so every table-key lookup names the same attributes. */
function keyText(item: Item, keyAttributes: readonly string[]): string {
  return JSON.stringify(keyAttributes.map((attribute) => item[attribute]));
}
