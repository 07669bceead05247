import { describe, expect, it } from 'vitest';
import { parseGraphqlBody } from './parse-graphql-body.ts';

const empty = { ok: false, error: { status: 400, message: 'Request body is empty.' } };
const unparsable = { ok: false, error: { status: 400, message: 'Unable to parse GraphQL query.' } };

describe('parseGraphqlBody', () => {
  it.each([
    ['', empty],
    [' \n', empty],
    ['meow', unparsable],
    ['{}', unparsable],
    ['{}}', unparsable],
    ['[]', unparsable],
    ['null', unparsable],
    ['[{"query":"{ a }"}]', unparsable],
    ['{"query":1}', unparsable],
    ['{"query":"{ a }","variables":"{}"}', unparsable],
    ['{"query":"{ a }","variables":[]}', unparsable],
    ['{"query":"{ a }","operationName":1}', unparsable],
  ])('refuses %j', (text, expected) => {
    expect(parseGraphqlBody(text)).toMatchObject(expected);
  });

  it.each([
    ['{"query":"{ a }"}', {}, undefined],
    ['{"query":"{ a }","variables":null,"operationName":null,"extensions":{}}', {}, undefined],
    ['{"query":"{ a }","variables":{"id":1},"operationName":"A"}', { id: 1 }, 'A'],
  ])('reads %j', (text, variables, operationName) => {
    expect(parseGraphqlBody(text)).toEqual({ ok: true, value: { query: '{ a }', variables, operationName } });
  });
});
