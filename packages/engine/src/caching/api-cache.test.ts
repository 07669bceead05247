import { describe, expect, it } from 'vitest';
import type { ApiCachingBehavior } from '../model/app-model.ts';
import { createApiCache } from './api-cache.ts';

const MEBIBYTE = 1024 * 1024;
const REQUEST = { query: '{ a }', variables: {}, operationName: undefined, headers: {}, caller: {} };

function start(behavior: ApiCachingBehavior) {
  const caching = { ttlSeconds: 60, keys: ['$context.arguments.id'] };
  const resolver = { kind: 'unit', typeName: 'Query', fieldName: 'a', dataSourceName: 'n' } as const;
  const created = createApiCache(
    {
      cache: { behavior, ttlSeconds: 60 },
      resolvers: [{ ...resolver, code: undefined, maxBatchSize: 0, caching }],
    },
    () => 0,
  );
  if (!created.ok) throw new Error(created.errors.join());
  return created.cache;
}

const context = (id: number) => ({ arguments: { id }, source: null, identity: null });

describe('answers of whole operations', () => {
  it('are kept up to 15 MB', () => {
    const slot = start('OPERATION_LEVEL_CACHING').operation(REQUEST);
    const envelope = JSON.stringify({ data: '' }).length;
    slot?.write({ data: 'x'.repeat(15 * MEBIBYTE - envelope) });
    expect(slot?.read()).toBeDefined();
    slot?.write({ data: 'x'.repeat(15 * MEBIBYTE - envelope + 1) });
    expect(slot?.read()).toBeUndefined();
  });

  it.each(['FULL_REQUEST_CACHING', 'PER_RESOLVER_CACHING'] as const)('are not kept under %s', (behavior) => {
    expect(start(behavior).operation(REQUEST)).toBeUndefined();
  });
});

describe('values', () => {
  it('can not be changed by those who wrote or read them', () => {
    const cache = start('PER_RESOLVER_CACHING');
    const value = { list: [1] };
    cache.field('Query', 'a', context(1))?.write(value);
    value.list.push(2);
    const read = cache.field('Query', 'a', context(1))?.read()?.value as typeof value;
    read.list.push(3);
    expect(cache.field('Query', 'a', context(1))?.read()).toEqual({ value: { list: [1] } });
  });

  it('make room for newer ones, those first that were not used for the longest time', () => {
    const cache = start('PER_RESOLVER_CACHING');
    const slot = (id: number) => cache.field('Query', 'a', context(id));
    for (let id = 1; id <= 6; id += 1) slot(id)?.write('x'.repeat(10 * MEBIBYTE));
    slot(1)?.read();
    slot(7)?.write('x'.repeat(10 * MEBIBYTE));
    expect([1, 2, 3, 7].map((id) => slot(id)?.read() !== undefined)).toEqual([true, false, true, true]);
  });

  it('are all gone after a flush', () => {
    const cache = start('PER_RESOLVER_CACHING');
    cache.field('Query', 'a', context(1))?.write(null);
    expect(cache.field('Query', 'a', context(1))?.read()).toEqual({ value: null });
    cache.flush();
    expect(cache.field('Query', 'a', context(1))?.read()).toBeUndefined();
  });
});
