import { describe, expect, it } from 'vitest';
import { compileEventPattern } from './event-pattern.ts';

function matches(pattern: unknown, event: unknown): boolean {
  const compiled = compileEventPattern(pattern);
  if (!compiled.ok) throw new Error(compiled.message);
  return compiled.matches(event);
}

const EVENT = {
  source: 'shop',
  'detail-type': 'OrderPlaced',
  detail: {
    id: 'o-1',
    total: 42,
    isGift: false,
    note: null,
    tags: ['new', 'big'],
    ip: '10.0.1.7',
    lines: [
      { sku: 'a', quantity: 1 },
      { sku: 'b', quantity: 5 },
    ],
  },
};

describe('event pattern', () => {
  it.each<[string, unknown, boolean]>([
    ['a value', { source: ['shop', 'store'] }, true],
    ['another value', { source: ['store'] }, false],
    ['two fields', { source: ['shop'], 'detail-type': ['OrderSent'] }, false],
    ['null', { detail: { note: [null] } }, true],
    ['false', { detail: { isGift: [false] } }, true],
    ['a list element', { detail: { tags: ['big'] } }, true],
    ['fields of one element', { detail: { lines: { sku: ['a'], quantity: [1] } } }, true],
    ['fields of different elements', { detail: { lines: { sku: ['a'], quantity: [5] } } }, false],
    ['prefix', { detail: { id: [{ prefix: 'o-' }] } }, true],
    ['prefix in any case', { source: [{ prefix: { 'equals-ignore-case': 'SH' } }] }, true],
    ['suffix', { source: [{ suffix: 'op' }] }, true],
    ['wildcard', { 'detail-type': [{ wildcard: 'Ord*ced' }] }, true],
    ['wildcard with an escaped star', { source: [{ wildcard: 's\\*p' }] }, false],
    ['equals-ignore-case', { source: [{ 'equals-ignore-case': 'SHOP' }] }, true],
    ['numeric range', { detail: { total: [{ numeric: ['>', 0, '<=', 42] }] } }, true],
    ['numeric outside', { detail: { total: [{ numeric: ['<', 42] }] } }, false],
    ['numeric of text', { detail: { id: [{ numeric: ['>', 0] }] } }, false],
    ['anything-but', { source: [{ 'anything-but': ['store', 'web'] }] }, true],
    ['anything-but itself', { source: [{ 'anything-but': 'shop' }] }, false],
    ['anything-but a prefix', { source: [{ 'anything-but': { prefix: 'sh' } }] }, false],
    ['anything-but of what is missing', { detail: { gone: [{ 'anything-but': 'x' }] } }, false],
    ['exists', { detail: { id: [{ exists: true }] } }, true],
    ['exists of an object', { detail: [{ exists: true }] }, false],
    ['exists: false', { detail: { gone: { deep: [{ exists: false }] } } }, true],
    ['cidr', { detail: { ip: [{ cidr: '10.0.0.0/16' }] } }, true],
    ['cidr outside', { detail: { ip: [{ cidr: '10.1.0.0/16' }] } }, false],
    ['$or', { $or: [{ source: ['web'] }, { detail: { total: [42] } }] }, true],
    ['$or of nothing that holds', { $or: [{ source: ['web'] }, { source: ['store'] }] }, false],
  ])('%s', (_name, pattern, expected) => {
    expect(matches(pattern, EVENT)).toBe(expected);
  });

  it('knows addresses of version 6', () => {
    const pattern = { ip: [{ cidr: '2001:db8::/32' }] };
    expect(matches(pattern, { ip: '2001:db8:1::5' })).toBe(true);
    expect(matches(pattern, { ip: '2001:db9::5' })).toBe(false);
  });

  it.each<[unknown, string]>([
    [{ source: 'shop' }, '"source" must be an object or a list'],
    [{ source: [] }, 'The list of "source" is empty'],
    [{ source: [{ like: 'x' }] }, 'Unrecognized match type like'],
    [{ source: [{ prefix: 5 }] }, '"prefix" match pattern must be a string'],
    [{ source: [{ numeric: ['~', 5] }] }, 'Bad numeric range operator'],
    [{ source: [{ cidr: '10.0.0.0/33' }] }, 'Malformed CIDR, received: 10.0.0.0/33'],
  ])('refuses %j', (pattern, message) => {
    expect(compileEventPattern(pattern)).toEqual({ ok: false, message });
  });
});
