import { describe, expect, it } from 'vitest';
import { constant, createTestApi, startTestApi, unit } from './testing/test-api.ts';

const SCHEMA = `
  type Query { getPost(id: ID!): Post, list(limit: Int, filter: Filter): [Post], deep: Level }
  type Post { id: ID!, title: String }
  type Level { next: Level, strict: Level!, name: String }
  input Filter { title: String!, tags: [String!] }
`;

describe('errors of requests', () => {
  const { run } = startTestApi({ schema: SCHEMA });

  it.each([
    [
      '{ badfield }',
      "Validation error of type FieldUndefined: Field 'badfield' in type 'Query' is undefined @ 'badfield'",
    ],
    [
      '{ getPost(id: 1) { x } }',
      "Validation error of type FieldUndefined: Field 'x' in type 'Post' is undefined @ 'getPost/x'",
    ],
    [
      '{ getPost { id } }',
      "Validation error of type MissingFieldArgument: Missing field argument id @ 'getPost'",
    ],
    [
      '{ list(foo: 1) { id } }',
      "Validation error of type UnknownArgument: Unknown field argument foo @ 'list'",
    ],
    [
      '{ list(limit: "x") { id } }',
      "Validation error of type WrongType: argument 'limit' with value 'StringValue{value='x'}' is not a valid 'Int' @ 'list'",
    ],
    [
      '{ list(filter: {}) { id } }',
      "Validation error of type WrongType: argument 'filter' with value 'ObjectValue{objectFields=[]}' is missing required fields '[title]' @ 'list'",
    ],
    [
      '{ list }',
      "Validation error of type SubSelectionRequired: Sub selection required for type Post of field list @ 'list'",
    ],
    [
      '{ getPost(id: 1) { id { x } } }',
      "Validation error of type SubSelectionNotAllowed: Sub selection not allowed on leaf type ID of field id @ 'getPost/id'",
    ],
  ])('D2 words the validation of %s as AppSync', async (query, message) => {
    const answer = await run(query);
    expect(answer.status).toBe(200);
    expect(answer.body.data).toBeNull();
    expect(answer.body.errors?.[0]?.['message']).toBe(message);
    expect(answer.body.errors?.[0]).toMatchObject({ path: null, locations: [{ sourceName: null }] });
    expect(answer.body.errors?.[0]).not.toHaveProperty('errorType');
  });

  it('keeps the prefix for other rules', async () => {
    const { body } = await run('query Q($a: Int) { list { id } }');
    expect(body.errors?.[0]?.['message']).toMatch(/^Validation error of type UnusedVariable: /);
  });

  it('D3 names a missing variable', async () => {
    const { status, body } = await run('query Q($id: ID!) { getPost(id: $id) { id } }');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      data: null,
      errors: [{ message: "Variable 'id' has coerced Null value for NonNull type 'ID!'" }],
    });
  });

  it.each([
    [
      { filter: 'x' },
      "Variable 'filter' has an invalid value. Expected type 'Map' but was 'String'. Variables for input objects must be an instance of type 'Map'.",
    ],
    [
      { filter: { title: 't', x: 1 } },
      "The variables input contains a field name 'x' that is not defined for input object type 'Filter'",
    ],
    [{ filter: {} }, "Field 'title' of variable 'filter' has coerced Null value for NonNull type 'String!'"],
    [
      { filter: { title: 7 } },
      "Variable 'filter' has an invalid value. Expected type 'String' but was 'Integer'.",
    ],
  ])('refuses the variables %j', async (variables, message) => {
    const { body } = await run('query Q($filter: Filter) { list(filter: $filter) { id } }', { variables });
    expect(body.errors?.[0]?.['message']).toBe(message);
  });

  it('D4 wants a name where there are several operations', async () => {
    const several = 'query A { list { id } } query B { list { id } }';
    expect(await run(several)).toMatchObject({
      status: 400,
      body: { errors: [{ errorType: 'BadRequestException', message: 'Missing operation name.' }] },
    });
    expect((await run(several, { operationName: 'B' })).body).toEqual({ data: { list: null } });
  });

  it('D1 answers text that is not GraphQL with 400 and no data', async () => {
    const answer = await run('meow {');
    expect(answer.status).toBe(400);
    expect(answer.body).toEqual({
      errors: [{ errorType: 'MalformedHttpRequestException', message: 'Unable to parse GraphQL query.' }],
    });
  });

  it('D7 refuses __schema but not __typename when introspection is off', async () => {
    const off = startTestApi({ schema: SCHEMA, api: { isIntrospectionEnabled: false } });
    const { status, body } = await off.run('{ __schema { types { name } } }');
    expect([status, body.data]).toEqual([200, null]);
    expect(body.errors?.[0]?.['message']).toContain('__schema');
    expect((await off.run('{ __typename }')).body).toEqual({ data: { __typename: 'Query' } });
  });

  it('answers introspection with the AWS scalars and directives', async () => {
    const { body } = await run(
      '{ __schema { queryType { name } directives { name } types { name kind } } __type(name: "Post") { fields { name type { kind ofType { name } } } } }',
    );
    expect(body).not.toHaveProperty('errors');
    expect(JSON.stringify(body)).toContain('AWSDateTime');
    expect(JSON.stringify(body)).toContain('aws_subscribe');
    expect(body.data?.['__type']).toEqual({
      fields: [
        { name: 'id', type: { kind: 'NON_NULL', ofType: { name: 'ID' } } },
        { name: 'title', type: { kind: 'SCALAR', ofType: null } },
      ],
    });
  });

  it('D8 counts leaf fields for the depth and fails fields beyond it', async () => {
    const limited = startTestApi({
      schema: SCHEMA,
      api: { queryDepthLimit: 2 },
      resolvers: [constant('Query.deep', { name: 'a', next: { name: 'b' } })],
    });
    const { status, body } = await limited.run('{ deep { name next { name } } }');
    expect(status).toBe(200);
    expect(body.data).toEqual({ deep: { name: 'a', next: { name: null } } });
    expect(body.errors?.[0]).toMatchObject({
      path: ['deep', 'next', 'name'],
      errorType: 'QueryDepthLimitReached',
    });
  });

  it('D8 fails only the resolvers beyond the resolver limit', async () => {
    const limited = startTestApi({
      schema: SCHEMA,
      api: { resolverCountLimit: 2 },
      resolvers: [
        constant('Query.list', [{ id: '1' }, { id: '2' }]),
        unit('Post.title', 'NONE', { request: 'return { payload: "t" };', response: 'return ctx.result;' }),
      ],
    });
    const { body } = await limited.run('{ list { id title } }');
    expect(body.data).toEqual({
      list: [
        { id: '1', title: 't' },
        { id: '2', title: null },
      ],
    });
    expect(body.errors).toMatchObject([
      { path: ['list', 1, 'title'], errorType: 'ResolverExecutionLimitReached' },
    ]);
  });

  it('lists all faults of schema and code before anything runs', () => {
    const created = createTestApi({
      schema: 'type Query { a: String @unknown(x: 1) @unknown(x: 2) }',
      resolvers: [
        constant('Query.b', 1),
        unit('Query.a', 'NONE', { request: 'while (true) {} return {};', response: 'return null;' }),
      ],
    });
    expect(created.ok ? [] : created.errors).toEqual([
      'Query.b: No field named b found on type Query',
      expect.stringMatching(/^Query\.a:2:\d+: While statements are not supported/),
    ]);
  });

  it.each([
    ['scalar Money', 'Custom scalars are not supported'],
    ['directive @x on OBJECT', 'Directive definitions are not supported.'],
    ['interface A { a: Int } interface B implements A { a: Int }', 'Interfaces that implement interfaces'],
    ['extend type Query { b: Int }', 'Extensions'],
  ])('refuses %s in a schema', (sdl, message) => {
    const created = createTestApi({ schema: `type Query { a: Int }\n${sdl}` });
    expect(created.ok ? '' : created.errors[0]).toContain(message);
  });
});
