import { describe, expect, it } from 'vitest';
import { findUnselectedFields } from './unselected-fields.ts';

const nullError = (...path: (string | number)[]) => ({
  message: 'Cannot return null for non-nullable type',
  path,
});

describe('fields that the mutation did not select', () => {
  it.each([
    ['nothing is missing', { id: '1', note: null }, [], { id: '1', note: null }, []],
    ['a nullable field', { id: '1', note: null }, [], { id: '1' }, ['note']],
    ['a field of an object', { owner: { name: null } }, [], { owner: { id: '7' } }, ['owner.name']],
    [
      'a field of the objects in a list, named once',
      { lines: [{ price: null }, { price: null }] },
      [],
      { lines: [{ id: '1' }, { id: '2' }] },
      ['lines.price'],
    ],
    ['an object that is null by itself', { owner: null }, [], { owner: null }, []],
    ['a non-null field: the whole event is null', null, [nullError('onAdd', 'body')], { id: '1' }, ['body']],
    [
      'a non-null field further down: its parent is null',
      { owner: null, note: null },
      [nullError('onAdd', 'owner', 'name')],
      { owner: { id: '7' } },
      ['note', 'owner.name'],
    ],
    [
      'a non-null field in a list',
      { lines: [null] },
      [nullError('onAdd', 'lines', 0, 'price')],
      { lines: [{ id: '1' }] },
      ['lines.price'],
    ],
    [
      'a non-null field that was selected and is null',
      null,
      [nullError('onAdd', 'body')],
      { body: null },
      [],
    ],
    ['an alias of the subscription', { other: null }, [], { id: '1' }, []],
  ])('%s', (_what, value, errors, published, expected) => {
    const payload = { data: { onAdd: value }, errors };
    const query = 'subscription { onAdd { id other: note body owner { name } lines { price } } }';
    const found = findUnselectedFields(payload, { subscriptionField: 'onAdd', published, query });
    expect([...found].sort()).toEqual([...expected].sort());
  });
});
