import { describe, expect, it } from 'vitest';
import { evaluateExpression, runCode } from '../testing/run-code.ts';

const pg = (statement: string) => evaluateExpression(`rds.createPgStatement(${statement})`);
const mysql = (statement: string) => evaluateExpression(`rds.createMySQLStatement(${statement})`);

/** The one statement of a PostgreSQL request. */
function pgText(statement: string): unknown {
  return (pg(statement) as { readonly statements: readonly string[] }).statements[0];
}

function fault(expression: string): unknown {
  const code = `import * as rds from '@aws-appsync/utils/rds';\nexport const request = (ctx) => (${expression});`;
  const outcome = runCode(code);
  return outcome.kind === 'error' ? outcome.error.message.replace(/^code\.js:\d+:\d+: /, '') : outcome;
}

describe('D50 statements as the service renders them', () => {
  const query = `rds.select({ table: 'UserGroup', columns: ['id', 'name'], limit: 10, offset: 1,
    where: { or: [{ name: { eq: 'Stephane' } }, { id: { gt: 10 } }] },
    orderBy: [{ column: 'name' }, { column: 'id', dir: 'DESC' }] })`;
  const variableMap = { ':P0': 'Stephane', ':P1': 10, ':P2': 10, ':P3': 1 };

  it('D50 select for PostgreSQL and MySQL', () => {
    expect(pg(query)).toEqual({
      statements: [
        'SELECT "id", "name" FROM "UserGroup" WHERE ("name" = :P0) OR ("id" > :P1) ORDER BY "name" ASC, "id" DESC LIMIT :P2 OFFSET :P3',
      ],
      variableMap,
      variableTypeHintMap: {},
    });
    expect(mysql(query)).toEqual({
      statements: [
        'SELECT `id`, `name` FROM `UserGroup` WHERE (`name` = :P0) OR (`id` > :P1) ORDER BY `name` ASC, `id` DESC LIMIT :P2 OFFSET :P3',
      ],
      variableMap,
      variableTypeHintMap: {},
    });
  });

  it('D50 type hints', () => {
    expect(
      pg(`rds.select({ table: 'UserGroup', where: { and: [
        { id: { eq: rds.typeHint.UUID('1232') } },
        { started: { lt: rds.typeHint.TIMESTAMP('2022-03-02T00:00:00.000Z') } }] } })`),
    ).toEqual({
      statements: ['SELECT * FROM "UserGroup" WHERE ("id" = :P0) AND ("started" < :P1)'],
      variableMap: { ':P0': '1232', ':P1': '2022-03-02T00:00:00.000Z' },
      variableTypeHintMap: { ':P0': 'UUID', ':P1': 'TIMESTAMP' },
    });
    expect(JSON.stringify(evaluateExpression("rds.typeHint.UUID('abc123')"))).toBe(
      '{"type":"UUID","value":"abc123"}',
    );
    expect(pg("rds.insert({ table: 't', values: { a: { type: 'UUID', value: 'no hint' } } })")).toMatchObject(
      {
        variableMap: { ':P0': { type: 'UUID', value: 'no hint' } },
        variableTypeHintMap: {},
      },
    );
  });

  it('D50 numbers variables across a sql template and a second statement', () => {
    const statements =
      "rds.sql`insert into Post(id, text) values(${rds.typeHint.UUID('a-b')}, ${'hello'})`, rds.sql`select * from Post where id = ${'a-b'}`";
    expect(mysql(statements)).toEqual({
      statements: ['insert into Post(id, text) values(:P0, :P1)', 'select * from Post where id = :P2'],
      variableMap: { ':P0': 'a-b', ':P1': 'hello', ':P2': 'a-b' },
      variableTypeHintMap: { ':P0': 'UUID' },
    });
  });

  it.each([
    [
      "rds.insert({ table: 'persons', values: { name: 'x' } })",
      'INSERT INTO `persons` (`name`) VALUES (:P0)',
    ],
    [
      "rds.update({ table: 'persons', values: { name: 'n', born: null }, where: { id: { eq: 1 } }, returning: '*' })",
      'UPDATE `persons` SET `name` = :P0, `born` = NULL WHERE `id` = :P1',
    ],
    ["rds.remove({ table: 'persons', where: { id: { eq: 1 } } })", 'DELETE FROM `persons` WHERE `id` = :P0'],
    ["'UPDATE t SET a = 10'", 'UPDATE t SET a = 10'],
  ])('D50 changes: %s', (statement, text) => {
    expect(mysql(statement)).toMatchObject({ statements: [text] });
  });

  it('D50 returning for PostgreSQL only', () => {
    expect(pgText("rds.insert({ table: 'persons', values: { name: 'x' }, returning: '*' })")).toBe(
      'INSERT INTO "persons" ("name") VALUES (:P0) RETURNING *',
    );
    expect(
      pgText("rds.remove({ table: 'persons', where: { id: { eq: '1' } }, returning: ['id', 'name'] })"),
    ).toBe('DELETE FROM "persons" WHERE "id" = :P0 RETURNING "id", "name"');
    expect(
      fault("rds.createMySQLStatement(rds.insert({ table: 't', values: { a: 1 }, returning: '*' }))"),
    ).toBe('returning is not supported in MySQL.');
  });
});

describe('D50 conditions', () => {
  it.each([
    ['{ a: { ne: 1 } }', '"a" != :P0'],
    ['{ a: { le: 1, ge: 0 } }', '("a" <= :P0) AND ("a" >= :P1)'],
    ["{ a: { contains: 'x' } }", '"a" LIKE :P0'],
    ['{ a: { between: [1, 2] } }', '"a" BETWEEN :P0 AND :P1'],
    ['{ a: { attributeExists: true } }', '"a" IS NOT NULL'],
    ['{ a: { attributeExists: false } }', '"a" IS NULL'],
    ['{ a: { size: { gt: 3 } } }', 'LENGTH ("a") > :P0'],
    ["{ 's.t.a': { eq: 1 } }", '"s"."t"."a" = :P0'],
    [
      '{ a: { eq: 1 }, or: [{ b: { eq: 2 } }, { c: { eq: 3 } }] }',
      '("a" = :P0) AND (("b" = :P1) OR ("c" = :P2))',
    ],
    ['{ not: [{ a: { eq: 1 } }] }', 'NOT ("a" = :P0)'],
    ['rds.sql`a > ${1}`', 'a > :P0'],
  ])('%s', (where, text) => {
    expect(pgText(`rds.select({ from: 't', where: ${where} })`)).toBe(`SELECT * FROM "t" WHERE ${text}`);
  });

  it('puts wildcards as the service does', () => {
    const where =
      "{ and: [{ a: { contains: 'x' } }, { a: { beginsWith: 'x' } }, { a: { notContains: 'x' } }] }";
    expect(pg(`rds.select({ table: 't', where: ${where} })`)).toMatchObject({
      statements: ['SELECT * FROM "t" WHERE ("a" LIKE :P0) AND ("a" LIKE :P1) AND ("a" NOT LIKE :P2)'],
      variableMap: { ':P0': '%x%', ':P1': 'x%', ':P2': 'x' },
    });
  });

  it('drops an empty where', () => {
    expect(pgText("rds.select({ table: 't', where: {} })")).toBe('SELECT * FROM "t"');
  });

  it.each([
    ['{ id: { eq: null } }', "Value for id.eq can't be null."],
    ['{ id: { in: [1] } }', 'The operator in of id is not supported.'],
  ])('refuses %s', (where, message) => {
    expect(fault(`rds.createPgStatement(rds.select({ table: 't', where: ${where} }))`)).toBe(message);
  });
});

describe('queries over several tables', () => {
  it('joins, groups and aggregates', () => {
    expect(
      pgText(`rds.select({
        table: { o: 'orders' }, columns: ['c.name', rds.agg.countDistinct('o.id')],
        leftJoin: [{ table: { c: 'customers' }, on: rds.sql\`o.customer_id = c.id\` }],
        groupBy: ['c.name', 2], having: { 'o.id': { count: { gt: 5 } } } })`),
    ).toBe(
      'SELECT "c"."name", COUNT(DISTINCT "o"."id") FROM "orders" AS "o" ' +
        'LEFT JOIN "customers" AS "c" ON o.customer_id = c.id GROUP BY "c"."name", 2 HAVING COUNT("o"."id") > :P0',
    );
    expect(
      pgText(
        "rds.select({ from: { x: rds.select({ table: 't' }) }, join: [{ table: 'u', using: ['id'] }] })",
      ),
    ).toBe('SELECT * FROM (SELECT * FROM "t") AS "x" JOIN "u" USING ("id")');
  });

  it('says what it can not render', () => {
    expect(
      fault(
        "rds.createPgStatement(rds.select({ table: 't', join: [{ table: 'u', on: { a: { eq: 'b' } } }] }))",
      ),
    ).toBe('The engine reads the on of a join from a sql template only.');
  });
});

it('D30 toJsonObject reads the result text and leaves null columns out', () => {
  const result = JSON.stringify({
    sqlStatementResults: [
      { numberOfRecordsUpdated: 1, generatedFields: [] },
      {
        records: [[{ stringValue: 'a' }, { isNull: true }, { longValue: 3 }]],
        columnMetadata: [{ label: 'name' }, { label: 'gone' }, { name: 'count' }],
      },
    ],
  });
  const options = { context: { result } };
  const rows = [[{}], [{ name: 'a', count: 3 }]];
  expect(evaluateExpression('rds.toJsonObject(ctx.result)', options)).toEqual(rows);
  expect(evaluateExpression('util.rds.toJsonObject(ctx.result)', options)).toEqual(rows);
});
