import { describe, expect, it } from 'vitest';
import { evaluateExpression } from '../testing/run-code.ts';

it.each([
  ["util.urlEncode('a b&c/ä*~')", 'a+b%26c%2F%C3%A4*%7E'],
  ["util.urlDecode('a+b%26c')", 'a b&c'],
  ["util.base64Encode('grün')", 'Z3LDvG4='],
  ["util.base64Decode('Z3LDvG4=')", 'grün'],
  ["util.escapeJavaScript('it\\'s \"ü\"\\n')", 'it\\\'s \\"\\u00FC\\"\\n'],
  ["util.matches('a*b', 'aaaaab')", true],
  ["util.str.normalize('e\\u0301', 'nfc').length", 1],
  ['util.math.roundNum(1.5)', 2],
  ['util.math.minVal(1, 2) + util.math.maxVal(1, 2)', 3],
  ['util.rds.toJsonObject(ctx.args.result)', [[{ author: 'Twain', n: 1 }, { author: 'London' }], [{}]]],
])('%s', (expression, value) => {
  const result = JSON.stringify({
    sqlStatementResults: [
      {
        records: [
          [{ stringValue: 'Twain' }, { longValue: 1 }],
          [{ stringValue: 'London' }, { isNull: true }],
        ],
        columnMetadata: [{ label: 'author', name: 'a' }, { name: 'n' }],
      },
      { numberOfRecordsUpdated: 1 },
    ],
  });
  expect(evaluateExpression(expression, { context: { arguments: { result } } })).toEqual(value);
});

it('draws whole numbers from a range', () => {
  const draw = (random: number) =>
    evaluateExpression('util.math.randomWithinRange(10, 20)', { load: { random: () => random } });
  expect([draw(0), draw(0.999)]).toEqual([10, 19]);
});

describe('identifiers', () => {
  it('have the forms of their kinds', () => {
    expect(evaluateExpression('util.autoId()')).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    expect(evaluateExpression('util.autoUlid()')).toMatch(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/);
    expect(evaluateExpression('util.autoKsuid()')).toMatch(/^[0-9A-Za-z]{27}$/);
    expect(evaluateExpression('util.autoId()')).not.toBe(evaluateExpression('util.autoId()'));
  });

  it('come from the given clock and randomness', () => {
    const load = { random: () => 0, now: () => 1_469_918_176_385 };
    expect(evaluateExpression('util.autoUlid()', { load })).toBe('01ARYZ6S410000000000000000');
    const atKsuidEpoch = { random: () => 0, now: () => 1_400_000_000_000 };
    expect(evaluateExpression('util.autoKsuid()', { load: atKsuidEpoch })).toBe('0'.repeat(27));
  });
});

it.each([
  [null, 'API Key Authorization'],
  [{ accountId: '1', userArn: 'arn', username: 'u' }, 'IAM Authorization'],
  [
    { sub: '1', issuer: 'i', username: 'u', claims: {}, defaultAuthStrategy: 'ALLOW' },
    'User Pool Authorization',
  ],
  [{ sub: '1', issuer: 'i', claims: {} }, 'Open ID Connect Authorization'],
  [{ resolverContext: {} }, 'Lambda Authorization'],
])('authType of %j', (identity, expected) => {
  expect(evaluateExpression('util.authType()', { context: { identity } })).toBe(expected);
});
