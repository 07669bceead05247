import { describe, expect, it } from 'vitest';
import { createArgumentIndex } from './argument-index.ts';

describe('argument index', () => {
  it.each([
    ['no argument written', {}, { id: '1' }, true],
    ['equal text', { id: '1' }, { id: '1' }, true],
    ['other text', { id: '1' }, { id: '2' }, false],
    ['number and its text', { id: 1 }, { id: '1' }, true],
    ['boolean', { isOpen: true }, { isOpen: true }, true],
    ['all must match', { id: '1', city: 'Rome' }, { id: '1', city: 'Oslo' }, false],
    ['field not selected by the mutation', { city: 'Rome' }, { id: '1' }, false],
    ['null argument, null field', { city: null }, { city: null }, true],
    ['null argument, absent field', { city: null }, { id: '1' }, true],
    ['null argument, some value', { city: null }, { city: 'Rome' }, false],
    ['null text is not null', { city: null }, { city: 'null' }, false],
    ['a list is never equal', { tags: ['a'] }, { tags: ['a'] }, false],
    ['published null', { id: '1' }, null, false],
    ['published list', { id: '1' }, [{ id: '1' }], false],
    ['published list, no argument', {}, [{ id: '1' }], true],
  ])('%s', (_, argumentFilter, published, expected) => {
    const index = createArgumentIndex<string>();
    index.ensure(argumentFilter, () => 'found');
    expect(index.find(published)).toEqual(expected ? ['found'] : []);
  });

  it('keeps one entry for equal filters, whatever the order of their names', () => {
    const index = createArgumentIndex<object>();
    const entry = index.ensure({ id: '1', city: 'Rome' }, () => ({}));
    expect(index.ensure({ city: 'Rome', id: 1 }, () => ({}))).toBe(entry);
    expect(index.ensure({ city: 'Rome' }, () => ({}))).not.toBe(entry);
    expect(index.find({ id: '1', city: 'Rome' })).toHaveLength(2);
    index.remove({ id: '1', city: 'Rome' });
    expect(index.entries()).toHaveLength(1);
  });

  it('does not mistake inherited properties for published fields', () => {
    const index = createArgumentIndex<string>();
    index.ensure({ constructor: null }, () => 'found');
    expect(index.find({ id: '1' })).toEqual(['found']);
  });
});
