import { describe, expect, it } from 'vitest';
import { buildTransformUtil } from './transform-util.ts';

const util = buildTransformUtil();

describe('toDynamoDBFilterExpression', () => {
  /** Outputs of the service, recorded through EvaluateCode. */
  it('D50 gives the recorded texts', () => {
    expect(util.toDynamoDBFilterExpression({ title: { contains: 'Hello World' } })).toBe(
      '{"expression":"(contains(#title,:title_contains))","expressionNames":{"#title":"title"},"expressionValues":{":title_contains":{"S":"Hello World"}}}',
    );
    expect(JSON.parse(util.toDynamoDBFilterExpression({ title: { beginsWith: 'far away' } }))).toMatchObject({
      expression: '(begins_with(#title,:title_beginsWith))',
    });
    expect(
      JSON.parse(util.toDynamoDBConditionExpression({ id: { attributeExists: true }, version: { eq: 10 } })),
    ).toEqual({
      expression: '(attribute_exists(#id)) AND (#version = :version_eq)',
      expressionNames: { '#id': 'id', '#version': 'version' },
      expressionValues: { ':version_eq': { N: 10 } },
    });
  });

  it.each([
    [{ n: { ne: 1 } }, '(#n <> :n_ne)'],
    [{ n: { ge: 1, lt: 5 } }, '(#n >= :n_ge AND #n < :n_lt)'],
    [{ n: { between: [1, 5] } }, '(#n BETWEEN :n_between_1 AND :n_between_2)'],
    [{ n: { in: [1, 2] } }, '(#n IN (:n_in_0, :n_in_1))'],
    [{ n: { notContains: 'a' } }, '(NOT contains(#n,:n_notContains))'],
    [{ n: { attributeExists: false } }, '(attribute_not_exists(#n))'],
    [{ n: { attributeType: '_null' } }, '(attribute_type(#n,:n_attributeType))'],
    [{ n: { size: { gt: 3 } } }, '(size(#n) > :n_size_gt)'],
    [{ address: { city: { eq: 'Ulm' } } }, '(#address.#city = :address_city_eq)'],
    [{ or: [{ a: { eq: 1 } }, { a: { eq: 2 } }] }, '((#a = :or_0_a_eq) OR (#a = :or_1_a_eq))'],
    [{ or: { a: { eq: 1 }, b: { eq: 2 } } }, '((#a = :or_a_eq) AND (#b = :or_b_eq))'],
    [{ and: [{ a: { eq: 1 }, b: { eq: 2 } }] }, '(((#a = :and_0_a_eq) AND (#b = :and_0_b_eq)))'],
    [{ not: { a: { eq: 1 } } }, '(NOT ((#a = :not_a_eq)))'],
    [{ a: { eq: 1 }, or: [{ b: { eq: 2 } }] }, '(#a = :a_eq) AND ((#b = :or_0_b_eq))'],
  ])('%j', (filter, expression) => {
    expect(JSON.parse(util.toDynamoDBFilterExpression(filter))).toMatchObject({ expression });
  });

  it('never binds two values to one placeholder', () => {
    const filter = {
      or: [{ or: [{ a: { eq: 1 } }, { a: { eq: 2 } }] }, { a: { eq: 3 } }],
      'a-b': { eq: 4 },
      a_b: { eq: 5 },
    };
    const { expressionNames, expressionValues } = JSON.parse(util.toDynamoDBFilterExpression(filter)) as {
      expressionNames: object;
      expressionValues: object;
    };
    expect(Object.values(expressionValues)).toEqual([1, 2, 3, 4, 5].map((value) => ({ N: value })));
    expect(Object.values(expressionNames)).toEqual(['a', 'a-b', 'a_b']);
  });
});

describe('toElasticsearchQueryDSL', () => {
  it("gives the guide's example", () => {
    const query = util.toElasticsearchQueryDSL({
      upvotes: { ne: 15, range: [10, 20] },
      title: { eq: 'hihihi', wildcard: 'h*i' },
    });
    expect(JSON.parse(query)).toEqual({
      bool: {
        must: [
          {
            bool: {
              must: [
                { bool: { must_not: { term: { upvotes: 15 } } } },
                { range: { upvotes: { gte: 10, lte: 20 } } },
              ],
            },
          },
          { bool: { must: [{ term: { title: 'hihihi' } }, { wildcard: { title: 'h*i' } }] } },
        ],
      },
    });
  });

  it('nests logical operators', () => {
    const query = util.toElasticsearchQueryDSL({ or: [{ a: { exists: true } }, { not: { b: { gt: 1 } } }] });
    expect(JSON.parse(query)).toEqual({
      bool: {
        must: [
          {
            bool: {
              should: [
                { exists: { field: 'a' } },
                { bool: { must_not: { bool: { must: [{ range: { b: { gt: 1 } } }] } } } },
              ],
            },
          },
        ],
      },
    });
  });
});

describe('D39 toSubscriptionFilter', () => {
  /** `field operator value` for each entry, one list for each group. */
  const groups = (...parameters: Parameters<typeof util.toSubscriptionFilter>): string[][] =>
    util
      .toSubscriptionFilter(...parameters)
      .filterGroup.map(({ filters }) =>
        filters.map(({ fieldName, operator, value }) => `${fieldName} ${operator} ${JSON.stringify(value)}`),
      );

  it('has the shape that the engine reads', () => {
    expect(util.toSubscriptionFilter({ severity: { le: 3 } })).toEqual({
      filterGroup: [{ filters: [{ fieldName: 'severity', operator: 'le', value: 3 }] }],
    });
  });

  it('joins fields by AND and operators on one field by OR', () => {
    expect(groups({ title: { eq: 'a' }, percentageUp: { lte: 50, gte: 20 } })).toEqual([
      ['title eq "a"', 'percentageUp lte 50'],
      ['title eq "a"', 'percentageUp gte 20'],
    ]);
  });

  it('expands nested and, or', () => {
    expect(
      groups({ a: { eq: 1 }, or: [{ b: { eq: 2 } }, { and: [{ c: { eq: 3 } }, { d: { eq: 4 } }] }] }),
    ).toEqual([
      ['a eq 1', 'b eq 2'],
      ['a eq 1', 'c eq 3', 'd eq 4'],
    ]);
  });

  it('ignores fields at every level', () => {
    expect(groups({ a: { eq: 1 }, x: { eq: 9 }, or: [{ b: { eq: 2 } }, { x: { eq: 3 } }] }, ['x'])).toEqual([
      ['a eq 1', 'b eq 2'],
    ]);
  });

  it('adds rules as alternatives', () => {
    expect(groups({ a: { eq: 1 } }, [], { b: { eq: 2 }, c: { in: [3] } })).toEqual([
      ['a eq 1', 'b eq 2'],
      ['a eq 1', 'c in [3]'],
    ]);
  });

  it('reads JSON text', () => {
    expect(groups('{"a":{"eq":1}}')).toEqual([['a eq 1']]);
    expect(() => groups('{')).toThrow('not valid JSON');
  });
});
