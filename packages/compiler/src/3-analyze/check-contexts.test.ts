import { expect, it } from 'vitest';
import { compile } from '../compile.ts';

const LINK = `extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.8", import: ["@key", "@external", "@context", "@fromContext"])
`;

function messages(...sdls: readonly string[]): readonly string[] {
  const compiled = compile(
    sdls.map((sdl, index) => ({
      kind: 'lambda',
      name: `s${index}`,
      sdl: LINK + sdl,
      file: `s${index}.graphql`,
      maxBatchSize: 10,
      resolvers: [],
    })),
  );
  return compiled.ok ? [] : compiled.error.map(({ code, message }) => `${code} ${message}`);
}

const USER = 'type User @key(fields: "id") @context(name: "user") { id: ID! currency: String last: Payment }';
const PAYMENT = `type Payment @key(fields: "id") {
  id: ID!
  amount(code: String @fromContext(field: "$user { currency }")): Int
}`;

it('accepts a field that every way leads to through an object that sets the context', () => {
  expect(messages(`${USER}\n${PAYMENT}\ntype Query { users: [User!]! }`)).toEqual([]);
});

it('refuses a way that does not, with the shortest query', () => {
  const found = messages(`${USER}\n${PAYMENT}\ntype Query { users: [User!]! payments: [Payment!]! }`);
  expect(found).toHaveLength(1);
  expect(found[0]).toMatch(/^SATISFIABILITY_ERROR The query\nquery { payments { amount } }\n/);
  expect(found[0]).toContain('no object above "Payment.amount" sets the context "user"');
});

it('does not count the object of the field itself as one above it', () => {
  const own = PAYMENT.replace('@key(fields: "id")', '@key(fields: "id") @context(name: "user")').replace(
    'id: ID!',
    'id: ID! currency: String',
  );
  expect(messages(`${own}\ntype Query { payments: [Payment!]! }`)[0]).toMatch(/^SATISFIABILITY_ERROR/);
});

it('says which context can not be had from another subgraph', () => {
  const external = USER.replace('currency: String', 'currency: String @external');
  const found = messages(
    `${external}\n${PAYMENT}\ntype Query { users: [User!]! }`,
    'type User @key(fields: "code") { code: ID! currency: String }\ntype Query { other: Int }',
  );
  expect(found.join('\n')).toContain('the context $s0__user { currency } can not be had');
});
