import { describe, expect, it } from 'vitest';
import { matchesFilter } from './matches-filter.ts';
import { parseFilter } from './parse-filter.ts';

interface RawCondition {
  fieldName: string;
  operator: string;
  value: unknown;
}

const group = (...filters: RawCondition[]) => ({ filters });
const condition = (fieldName: string, operator: string, value: unknown): RawCondition => ({
  fieldName,
  operator,
  value,
});

function matches(published: unknown, ...filterGroup: { filters: RawCondition[] }[]): boolean {
  const parsed = parseFilter({ filterGroup });
  if (!parsed.ok) throw new Error(parsed.message);
  return matchesFilter(parsed.filter, published);
}

const ticket = {
  title: 'Broken lamp',
  severity: 3,
  group: 'Admin',
  isOpen: true,
  tags: ['urgent', 'lamp'],
  numbers: [1, 2],
  ratio: 0.5,
  nothing: null,
  venue: { address: { country: { metadata: { continent: 'Europe', deep: { er: 1 } } } } },
};

describe('matchesFilter', () => {
  it.each([
    ['severity', 'eq', 3, true],
    ['severity', 'eq', '3', false],
    ['severity', 'ne', 4, true],
    ['absent', 'ne', 4, true],
    ['severity', 'le', 3, true],
    ['severity', 'lt', 3, false],
    ['severity', 'ge', 3, true],
    ['severity', 'gt', 2, true],
    ['severity', 'gt', '2', false],
    ['absent', 'lt', 5, false],
    ['title', 'lt', 'C', true],
    ['title', 'contains', 'lamp', true],
    ['title', 'contains', 'Lamp', false],
    ['tags', 'contains', 'lamp', true],
    ['tags', 'contains', 'la', false],
    ['tags', 'notContains', 'old', true],
    ['title', 'notContains', 'lamp', false],
    ['title', 'beginsWith', 'Brok', true],
    ['group', 'in', ['Admin', 'Operator'], true],
    ['group', 'in', ['Operator'], false],
    ['group', 'notIn', ['Operator'], true],
    ['severity', 'between', [3, 5], true],
    ['severity', 'between', [1, 3], true],
    ['severity', 'between', [4, 5], false],
    ['tags', 'containsAny', ['old', 'urgent'], true],
    ['tags', 'containsAny', ['old'], false],
    ['title', 'containsAny', ['Broken lamp'], false],
    ['isOpen', 'eq', true, true],
    ['isOpen', 'ne', false, true],
    ['isOpen', 'eq', 'true', false],
    ['ratio', 'eq', 0.5, true],
    ['ratio', 'between', [0.25, 0.75], true],
    ['title', 'between', ['A', 'C'], true],
    ['title', 'ge', 'Broken lamp', true],
    ['title', 'le', 'Broken', false],
    ['title', 'gt', 'broken', false],
    ['title', 'beginsWith', 'brok', false],
    ['title', 'eq', 'broken lamp', false],
    ['severity', 'in', ['3'], false],
    ['severity', 'notIn', ['3'], true],
    ['severity', 'contains', 3, false],
    ['severity', 'beginsWith', '3', false],
    ['tags', 'eq', 'lamp', false],
    ['tags', 'beginsWith', 'urg', false],
    ['numbers', 'contains', 2, true],
    ['numbers', 'contains', '2', false],
    ['numbers', 'containsAny', [9, 1], true],
    ['venue.address.country.metadata.continent', 'eq', 'Europe', true],
    ['venue.address.country.metadata.continent', 'eq', 'Asia', false],
  ])('%s %s %j', (fieldName, operator, value, expected) => {
    expect(matches(ticket, group(condition(fieldName, operator, value)))).toBe(expected);
  });

  it.each([
    ['eq', 0, false],
    ['ne', 0, true],
    ['lt', 1, false],
    ['le', 1, false],
    ['gt', -1, false],
    ['ge', -1, false],
    ['between', [-1, 1], false],
    ['contains', 'null', false],
    ['notContains', 'null', true],
    ['beginsWith', '', false],
    ['in', ['null'], false],
    ['notIn', ['null'], true],
    ['containsAny', ['null'], false],
  ])(
    'a field that is null or absent passes only where something else is excluded: %s %j',
    (operator, value, expected) => {
      for (const fieldName of [
        'nothing',
        'absent',
        'absent.inner',
        'nothing.inner',
        'title.length',
        'constructor',
      ]) {
        expect(matches(ticket, group(condition(fieldName, operator, value)))).toBe(expected);
      }
    },
  );

  it('joins conditions by "and", groups by "or"', () => {
    const high = condition('severity', 'gt', 5);
    const admin = condition('group', 'eq', 'Admin');
    expect(matches(ticket, group(high, admin))).toBe(false);
    expect(matches(ticket, group(high), group(admin))).toBe(true);
  });

  it('ignores conditions on fields deeper than five levels', () => {
    const deep = condition('venue.address.country.metadata.deep.er', 'eq', 2);
    expect(matches(ticket, group(deep))).toBe(true);
  });

  it('lets no list and no null through', () => {
    const anything = group(condition('severity', 'ne', 0));
    expect(matches([ticket], anything)).toBe(false);
    expect(matches(null, anything)).toBe(false);
  });
});

describe('parseFilter', () => {
  const messageFor = (...filters: RawCondition[]): string => {
    const parsed = parseFilter({ filterGroup: [{ filters }] });
    return parsed.ok ? 'accepted' : parsed.message;
  };

  it.each([
    ['x', 'in', [1, 2, 3, 4, 5], 'accepted'],
    [
      'x',
      'in',
      [1, 2, 3, 4, 5, 6],
      'The subscription filter "x in" expects a list of 1 to 5 numbers or strings.',
    ],
    ['x', 'containsAny', Array.from({ length: 20 }, (_, n) => n), 'accepted'],
    [
      'x',
      'containsAny',
      Array.from({ length: 21 }, (_, n) => n),
      'The subscription filter "x containsAny" expects a list of 1 to 20 numbers or strings.',
    ],
    ['x', 'eq', 'a'.repeat(256), 'accepted'],
    [
      'x',
      'eq',
      'a'.repeat(257),
      'The subscription filter "x eq" expects a number, a boolean or a string of at most 256 characters.',
    ],
    [
      'x',
      'between',
      [1],
      'The subscription filter "x between" expects a list of two numbers or two strings.',
    ],
    [
      'x',
      'between',
      [1, 'b'],
      'The subscription filter "x between" expects a list of two numbers or two strings.',
    ],
    ['x', 'between', ['a', 'b'], 'accepted'],
    [
      'x',
      'eq',
      null,
      'The subscription filter "x eq" expects a number, a boolean or a string of at most 256 characters.',
    ],
    [
      'x',
      'gt',
      true,
      'The subscription filter "x gt" expects a number or a string of at most 256 characters.',
    ],
    ['x', 'in', [true], 'The subscription filter "x in" expects a list of 1 to 5 numbers or strings.'],
    [
      'x',
      'notIn',
      [1, 2, 3, 4, 5, 6],
      'The subscription filter "x notIn" expects a list of 1 to 5 numbers or strings.',
    ],
    [
      'x',
      'in',
      ['a'.repeat(257)],
      'The subscription filter "x in" expects a list of 1 to 5 numbers or strings.',
    ],
    [
      'x',
      'containsAny',
      'a',
      'The subscription filter "x containsAny" expects a list of 1 to 20 numbers or strings.',
    ],
    [
      'x',
      'beginsWith',
      1,
      'The subscription filter "x beginsWith" expects a string of at most 256 characters.',
    ],
    ['x', 'like', 'a', 'The subscription filter on "x" has an unknown operator: like.'],
    ['', 'eq', 'a', 'A subscription filter has no fieldName.'],
  ])('%s %s %j', (fieldName, operator, value, expected) => {
    expect(messageFor(condition(fieldName, operator, value))).toBe(expected);
  });

  it('allows five fields and ten filters in a group, with the values of "in" counted', () => {
    const fields = (count: number) => Array.from({ length: count }, (_, n) => condition(`f${n}`, 'eq', 1));
    expect(messageFor(...fields(5))).toBe('accepted');
    expect(messageFor(...fields(6))).toBe(
      "An entry of the subscription's filterGroup names 6 fields; AppSync allows 5.",
    );
    const sameField = Array.from({ length: 12 }, (_, n) => condition('f', 'ne', n));
    expect(messageFor(...sameField)).toBe('accepted');

    const resultOf = (...entries: { filters: RawCondition[] }[]): string => {
      const parsed = parseFilter({ filterGroup: entries });
      return parsed.ok ? 'accepted' : parsed.message;
    };
    const tooMany = (count: number): string =>
      `The subscription's filterGroup has ${count} entries, each value of "in" counted as one; AppSync allows 10.`;
    const entries = (count: number) =>
      Array.from({ length: count }, (_, n) => group(condition('f', 'eq', n)));
    expect(resultOf(...entries(10))).toBe('accepted');
    expect(resultOf(...entries(11))).toBe(tooMany(11));
    const five = condition('a', 'in', [1, 2, 3, 4, 5]);
    expect(resultOf(...entries(5), group(five))).toBe('accepted');
    expect(resultOf(...entries(6), group(five))).toBe(tooMany(11));
    expect(resultOf(group(five, condition('b', 'in', [1, 2])))).toBe('accepted');
    expect(resultOf(group(five, condition('b', 'in', [1, 2, 3])))).toBe(tooMany(15));
    expect(resultOf(...entries(9), group(condition('a', 'notIn', [1, 2, 3, 4, 5])))).toBe('accepted');
  });

  it('counts levels by dots, and one field once', () => {
    const deep = Array.from({ length: 5 }, (_, n) => condition(`a.b.c.d.e${n}`, 'eq', 1));
    expect(messageFor(...deep, condition('a.b.c.d.e0', 'ne', 2))).toBe('accepted');
  });

  it.each([null, 'text', {}, { filterGroup: [] }, { filterGroup: [{}] }, { filterGroup: [{ filters: [] }] }])(
    'refuses %j',
    (input) => {
      expect(parseFilter(input).ok).toBe(false);
    },
  );
});
