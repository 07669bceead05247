import type { FetchGroup, FetchStep, KeyFieldSet } from '@tributary/compiler';
import { Kind } from 'graphql';
import { describe, expect, it } from 'vitest';
import { stepDependencies } from './step-dependencies.ts';

const ID: KeyFieldSet = {
  text: 'id',
  selectionSet: { kind: Kind.SELECTION_SET, selections: [] },
  fieldNames: ['id'],
  isResolvable: true,
  askedAs: 'Book',
};

function group(subgraph: string, change: Partial<FetchGroup>): FetchGroup {
  const empty = { keys: [ID], requires: undefined, condition: undefined, fields: [], along: [] };
  return { typeName: 'Book', subgraph, ordinal: 0, ...empty, ...change };
}

function step(subgraph: string, ordinal = 0, path: readonly string[] = []): FetchStep {
  const rootType = path.length === 0 ? undefined : 'Book';
  return { subgraph, ordinal, places: [{ path, rootType, typeName: undefined, adds: [], leftovers: {} }] };
}

function dependenciesOf(groups: readonly FetchGroup[], steps: readonly FetchStep[]) {
  return stepDependencies({ groups }, steps);
}

describe('stepDependencies', () => {
  it('lets steps on different fields run at the same time', () => {
    const groups = [group('prices', { fields: ['price'] }), group('stock', { fields: ['count'] })];
    expect(dependenciesOf(groups, [step('prices'), step('stock')])).toEqual([[], []]);
  });

  it('waits for required fields', () => {
    const requires = { ...ID, fieldNames: ['price'] };
    const groups = [group('prices', { fields: ['price'] }), group('stock', { fields: ['tax'], requires })];
    expect(dependenciesOf(groups, [step('prices'), step('stock')])).toEqual([[], [0]]);
  });

  it('waits for a key that another subgraph brings, not for one of its own', () => {
    const groups = [
      group('ids', { fields: ['name'], along: ['id'] }),
      group('stock', { fields: ['count'] }),
      group('ids', { fields: ['title'], ordinal: 1 }),
    ];
    expect(dependenciesOf(groups, [step('ids'), step('stock'), step('ids', 1)])).toEqual([[], [0], []]);
  });

  it('waits for the entities that it looks into, and for what need not be asked for twice', () => {
    const groups = [
      group('people', { fields: ['author'] }),
      group('press', { fields: ['author'] }),
      group('names', { typeName: 'Person', fields: ['name'] }),
    ];
    const steps = [step('people'), step('press'), step('names', 0, ['author'])];
    expect(dependenciesOf(groups, steps)).toEqual([[], [0], [0, 1]]);
  });

  it('keeps the order around a step that finds out object types', () => {
    const groups = [
      group('prices', { fields: ['price'] }),
      group('types', { fields: ['__typename'] }),
      group('stock', { fields: ['count'] }),
    ];
    const steps = [step('prices'), step('types'), step('stock')];
    expect(dependenciesOf(groups, steps)).toEqual([[], [0], [1]]);
  });
});
