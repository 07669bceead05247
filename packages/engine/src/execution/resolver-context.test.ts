import { describe, expect, it } from 'vitest';
import { constant, directLambda, startTestApi, unit } from './testing/test-api.ts';

const SCHEMA = `
  type Query {
    echo(id: ID, limit: Int = 20, filter: Filter, json: AWSJSON): AWSJSON
    post(id: ID): Post
    node: Node
    thing: Thing
    leaf: AWSJSON
  }
  input Filter { title: String = "t", limit: Int }
  interface Node { id: ID!, name: String }
  union Thing = Post | Other
  type Post implements Node { id: ID!, name: String, title(style: String): String, author: Author }
  type Other { x: Int }
  type Author { id: ID!, name: String }
`;

const echo = unit('Query.echo', 'NONE', {
  request: 'return { payload: ctx.args };',
  response: 'return ctx.result;',
});

function infoOf(field: string) {
  return unit(field, 'NONE', {
    request: 'return {};',
    response: `console.log(ctx.info.selectionSetList); console.log(ctx.info.selectionSetGraphQL); return null;`,
  });
}

function parsed(value: unknown): unknown {
  return JSON.parse(String(value));
}

describe('the context of resolvers', () => {
  it('D18 has a null for an argument that is bound to an omitted variable', async () => {
    const { run } = startTestApi({ schema: SCHEMA, resolvers: [echo] });
    const { body } = await run('query Q($id: ID) { echo(id: $id) }');
    expect(parsed(body.data?.['echo'])).toEqual({ id: null });
  });

  it('D19 has no defaults of the schema, unless told otherwise', async () => {
    const api = { schema: SCHEMA, resolvers: [echo] };
    const query = '{ echo(filter: {}) }';
    expect(parsed((await startTestApi(api).run(query)).body.data?.['echo'])).toEqual({ filter: {} });
    const options = { fidelity: { deliverArgumentDefaults: true } };
    const withDefaults = await startTestApi({ ...api, options }).run(query);
    expect(parsed(withDefaults.body.data?.['echo'])).toEqual({ filter: {}, limit: 20 });
  });

  it('has arguments as they were written, variables and JSON resolved', async () => {
    const { run } = startTestApi({ schema: SCHEMA, resolvers: [echo] });
    const query = 'query Q($f: Filter) { echo(id: 7, filter: $f, json: "{\\"a\\":[1]}", limit: null) }';
    const { body } = await run(query, { variables: { f: { limit: 3 } } });
    expect(parsed(body.data?.['echo'])).toEqual({
      id: '7',
      filter: { limit: 3 },
      json: { a: [1] },
      limit: null,
    });
  });

  it('D20 lists the selection by alias, without arguments, fragments flattened', async () => {
    const { run, logs } = startTestApi({ schema: SCHEMA, resolvers: [infoOf('Query.post')] });
    await run(`query Q($s: String, $no: Boolean = false) {
      post { id second: title(style: $s) ...More ... on Post { author { n: name } } skipped: name @include(if: $no) }
    }
    fragment More on Post { name }`);
    expect(logs[0]?.text).toContain('["id","second","name","author","author/n"]');
  });

  it('D20 prints the selection with spreads and variables kept and without the field', async () => {
    const context: unknown[] = [];
    const { run } = startTestApi({
      schema: SCHEMA,
      lambdas: {
        keep: (event) => {
          context.push(event);
          return null;
        },
      },
      resolvers: [directLambda('Query.post', 'keep'), directLambda('Query.leaf', 'keep')],
    });
    await run(
      'query Q($s: String) { leaf post(id: 1) { id t: title(style: $s) ...More ... on Post { name } } } fragment More on Post { name }',
    );
    expect(context).toMatchObject([
      {
        info: {
          selectionSetGraphQL: '{\n  id\n  t: title(style: $s)\n  ...More\n  ... on Post {\n    name\n  }\n}',
          fieldName: 'post',
          parentTypeName: 'Query',
          variables: {},
        },
        arguments: { id: '1' },
        source: null,
        prev: null,
        stash: {},
      },
      { info: { selectionSetGraphQL: '{}', selectionSetList: [] } },
    ]);
  });

  it('D20 trims abstract types to the fields of the interface', async () => {
    const { run, logs } = startTestApi({
      schema: SCHEMA,
      resolvers: [infoOf('Query.node'), infoOf('Query.thing')],
    });
    await run('{ node { id ... on Post { title } name } }');
    expect(logs[0]?.text).toContain('["id","name"]');
    await run('{ thing { ... on Post { title } } }');
    expect(logs[2]?.text).toContain('[]');
  });

  it('D21 leaves the two selection keys out of JSON', async () => {
    const resolver = unit('Query.leaf', 'NONE', {
      request: 'return { payload: JSON.parse(JSON.stringify(ctx.info)) };',
      response: 'return ctx.result;',
    });
    const { run } = startTestApi({ schema: SCHEMA, resolvers: [resolver] });
    const { body } = await run('{ leaf }');
    expect(parsed(body.data?.['leaf'])).toEqual({
      fieldName: 'leaf',
      parentTypeName: 'Query',
      variables: {},
    });
  });

  it('has the environment and the headers of the request', async () => {
    const resolver = unit('Query.leaf', 'NONE', {
      request:
        'return { payload: { stage: ctx.env.STAGE, header: ctx.request.headers["x-a"], identity: ctx.identity } };',
      response: 'return ctx.result;',
    });
    const { run } = startTestApi({ schema: SCHEMA, resolvers: [resolver] });
    const { body } = await run('{ leaf }', { headers: { 'x-a': '1' } });
    expect(parsed(body.data?.['leaf'])).toEqual({ stage: 'test', header: '1', identity: null });
  });

  it('gives two fields that share a variable their own arguments', async () => {
    const change = unit('Query.echo', 'NONE', {
      request:
        'ctx.args.filter.limit = ctx.args.filter.limit + 1; return { payload: ctx.args.filter.limit };',
      response: 'return ctx.result;',
    });
    const { run } = startTestApi({ schema: SCHEMA, resolvers: [change] });
    const { body } = await run('query Q($f: Filter) { a: echo(filter: $f) b: echo(filter: $f) }', {
      variables: { f: { limit: 1 } },
    });
    expect(body.data).toEqual({ a: '2', b: '2' });
  });

  it('keeps what a handler changes in its context from all other fields', async () => {
    const change = (field: string) =>
      unit(field, 'NONE', {
        request: `
          ctx.source.name = 'changed'; ctx.source.author.name = 'changed'; delete ctx.source.id;
          ctx.identity.groups.push('changed'); ctx.request.headers['x-a'] = 'changed';
          ctx.info.variables.f.limit = 'changed'; ctx.info.selectionSetList.push('changed');
          ctx.stash.seen = true;
          return { payload: null };`,
        response: 'return null;',
      });
    const tell = unit('Post.title', 'NONE', {
      request: `return { payload: JSON.stringify([ctx.source, ctx.identity, ctx.request.headers, ctx.info.variables,
        ctx.info.selectionSetList, ctx.stash]) };`,
      response: 'return ctx.result;',
    });
    const source = { id: '1', name: 'n', author: { id: '2', name: 'm' } };
    const { run } = startTestApi({
      schema: SCHEMA.replace('author: Author }', 'author: Author, change: [Author] }'),
      resolvers: [constant('Query.post', source), change('Post.change'), tell, echo],
    });
    const { body } = await run(
      'query Q($f: Filter) { post { change { id } title again: title id name author { name } } echo(filter: $f) }',
      {
        variables: { f: { limit: 1 } },
        headers: { 'x-a': '1' },
        caller: { authenticationType: 'API_KEY', identity: { groups: ['g'] } },
      },
    );
    const untouched = JSON.stringify([
      source,
      { groups: ['g'] },
      { 'x-a': '1' },
      { f: { limit: 1 } },
      [],
      {},
    ]);
    expect(body).toEqual({
      data: {
        post: {
          change: null,
          title: untouched,
          again: untouched,
          id: '1',
          name: 'n',
          author: { name: 'm' },
        },
        echo: '{"filter":{"limit":1}}',
      },
    });
  });

  it('keeps what a handler changes in one item of a list from the next request', async () => {
    const { run } = startTestApi({
      schema: SCHEMA,
      resolvers: [
        unit('Query.post', 'NONE', {
          request: 'ctx.info.selectionSetList.push("x"); return { payload: ctx.info.selectionSetList };',
          response: 'return { id: ctx.result.join() };',
        }),
      ],
    });
    for (let request = 0; request < 2; request += 1) {
      const { body } = await run('{ post(id: 1) { id } }');
      expect(body.data).toEqual({ post: { id: 'id,x' } });
    }
  });

  it('picks the concrete type of an abstract value by __typename', async () => {
    const resolvers = [
      constant('Query.thing', { __typename: 'Other', x: 1 }),
      constant('Query.node', { id: '1' }),
    ];
    const { run } = startTestApi({ schema: SCHEMA, resolvers });
    const { body } = await run('{ thing { __typename ... on Other { x } } node { id } }');
    expect(body.data).toEqual({ thing: { __typename: 'Other', x: 1 }, node: null });
    expect(body.errors?.[0]).toMatchObject({ path: ['node'] });
  });
});
