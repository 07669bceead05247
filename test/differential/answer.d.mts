import type { EntityLoaders, FieldResolvers } from '@tributary/subgraph';
import type { FieldSet } from './field-set.ts';
import type { SubgraphDatabase } from './subgraph-database.ts';

export function project(
  value: unknown,
  fieldSet: FieldSet | true,
  read: (object: never, name: string) => unknown,
): unknown;

export function echo(parts: {
  readonly stored: unknown;
  readonly args?: Readonly<Record<string, unknown>>;
  readonly names?: readonly string[];
  readonly required?: unknown;
  readonly isInt: boolean;
}): string | number | null;

export function firstItems(list: unknown, count: unknown): unknown;

export function answer(database: SubgraphDatabase): {
  readonly resolvers: FieldResolvers;
  readonly entities: EntityLoaders;
};
