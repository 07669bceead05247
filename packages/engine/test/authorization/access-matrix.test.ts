/**
 * Every directive on types and on fields, alone and together, for every caller and every default mode: what a caller
 * may not read is null with AppSync's error, no resolver runs for it, and no event carries it.
 */
import { describe, expect, it } from 'vitest';
import { constant, startTestApi } from '../../src/execution/testing/test-api.ts';
import type { PublishedEvent } from '../../src/execution/contract.ts';
import type { AuthenticationType, ResolverModel } from '../../src/model/app-model.ts';
import type { TestCaller } from './access-rules.ts';
import { CALLERS, EVERYONE, GRANT_SETS, MODES, mayRead, toCaller, toDirectives } from './access-rules.ts';

const INDEXES = GRANT_SETS.map((_, index) => index);
const setAt = (index: number) => GRANT_SETS[index] ?? [];

/** `T<i>` has the i-th set on the type, its field `f<j>` the j-th; so do the fields of the root types. */
const SDL = `
  interface Node { id: ID }
  union Any = ${INDEXES.map((i) => `T${i}`).join(' | ')}
  type Query {
    ${INDEXES.map((i) => `t${i}: T${i} ${toDirectives(EVERYONE)}`).join('\n')}
    ${INDEXES.map((i) => `r${i}: T11 ${toDirectives(setAt(i))}`).join('\n')}
    nodes: [Node] ${toDirectives(EVERYONE)}
    anys: [[Any]] ${toDirectives(EVERYONE)}
  }
  type Mutation {
    ${INDEXES.map((i) => `m${i}: T11 ${toDirectives(setAt(i))}`).join('\n')}
    change: T0 ${toDirectives(EVERYONE)}
  }
  type Subscription {
    ${INDEXES.map((i) => `s${i}: T11 @aws_subscribe(mutations: ["m${i}"]) ${toDirectives(setAt(i))}`).join('\n')}
    onChange: T0 @aws_subscribe(mutations: ["change"]) ${toDirectives(EVERYONE)}
  }
  ${INDEXES.map(
    (i) => `type T${i} implements Node ${toDirectives(setAt(i))} {
      id: ID
      ${INDEXES.map((j) => `f${j}: String ${toDirectives(setAt(j))}`).join('\n')}
    }`,
  ).join('\n')}
`;

/** Fields with an even number have a resolver, the others are properties of their parent. */
const hasResolver = (j: number): boolean => j % 2 === 0;
const objectOf = (i: number) => ({
  __typename: `T${i}`,
  id: `T${i}.id`,
  ...Object.fromEntries(
    INDEXES.map((j) => [`f${j}`, hasResolver(j) ? 'leaked by the parent' : `T${i}.f${j}`]),
  ),
});

const RESOLVERS: readonly ResolverModel[] = [
  ...INDEXES.flatMap((i) => [
    constant(`Query.t${i}`, objectOf(i)),
    constant(`Query.r${i}`, objectOf(11)),
    constant(`Mutation.m${i}`, objectOf(11)),
    ...INDEXES.filter(hasResolver).map((j) => constant(`T${i}.f${j}`, `T${i}.f${j}`)),
  ]),
  constant('Query.nodes', INDEXES.map(objectOf)),
  constant('Query.anys', [INDEXES.map(objectOf), [], [objectOf(0)]]),
  constant('Mutation.change', objectOf(0)),
];

function start(defaultMode: AuthenticationType) {
  const api = startTestApi({
    schema: SDL,
    resolvers: RESOLVERS,
    api: {
      defaultAuthentication: defaultMode,
      additionalAuthentication: MODES.filter((mode) => mode !== defaultMode),
    },
  });
  const fallback = [{ mode: defaultMode }];
  const may = (caller: TestCaller, typeName: string, fieldName: string): boolean => {
    const index = Number(/\d+$/.exec(fieldName)?.[0] ?? Number.NaN);
    const isOpenRoot = ['t', 'nodes', 'anys', 'change', 'onChange'].includes(fieldName.replace(/\d+$/, ''));
    const own = isOpenRoot ? EVERYONE : fieldName === 'id' ? [] : setAt(index);
    const type = typeName.startsWith('T') ? setAt(Number(typeName.slice(1))) : [];
    return mayRead(caller, { path: `${typeName}.${fieldName}`, type, own, fallback });
  };
  return { ...api, may };
}

type Running = ReturnType<typeof start>;

interface Prediction {
  readonly data: Record<string, unknown>;
  /** `path: message` */
  readonly errors: string[];
  /** Resolvers that run. */
  readonly calls: string[];
}

interface Place {
  readonly typeName: string;
  readonly path: string;
}

/** Predicts the fields of one object: `alias` -> field name. */
function predictObject(
  { may }: Running,
  caller: TestCaller,
  {
    place,
    selection,
    prediction,
  }: {
    readonly place: Place;
    readonly selection: ReadonlyMap<string, string>;
    readonly prediction: Prediction;
  },
): Record<string, unknown> {
  const { typeName, path } = place;
  const entries = [...selection].map(([alias, name]): [string, unknown] => {
    if (name === '__typename') return [alias, typeName];
    if (!may(caller, typeName, name)) {
      prediction.errors.push(`${path}/${alias}: Not Authorized to access ${name} on type ${typeName}`);
      return [alias, null];
    }
    if (/^f\d+$/.test(name) && hasResolver(Number(name.slice(1))))
      prediction.calls.push(`${typeName}.${name}`);
    return [alias, `${typeName}.${name}`];
  });
  return Object.fromEntries(entries);
}

async function observe(running: Running, caller: TestCaller, query: string) {
  const answer = await running.run(query, { caller: toCaller(caller) });
  const errors = (answer.body.errors ?? []).map(({ path, message, errorType }) => {
    expect(errorType).toBe('Unauthorized');
    return `/${(path as (string | number)[]).join('/')}: ${String(message)}`;
  });
  return {
    data: answer.body.data,
    errors: errors.toSorted(),
    calls: answer.trace.calls.map(({ resolver }) => resolver).toSorted(),
  };
}

const sorted = ({ data, errors, calls }: Prediction) => ({
  data,
  errors: errors.toSorted(),
  calls: calls.toSorted(),
});

const ALL = new Map<string, string>([
  ['__typename', '__typename'],
  ['id', 'id'],
  ...INDEXES.map((j): [string, string] => [`f${j}`, `f${j}`]),
]);
const ALIASED = new Map([...ALL.values()].map((name) => [`f${name}`, name]));
const printed = (selection: ReadonlyMap<string, string>): string =>
  [...selection].map(([alias, name]) => `${alias}: ${name}`).join(' ');

describe.each(MODES)('with the default mode %s', (defaultMode) => {
  const running = start(defaultMode);

  describe.each(CALLERS.map((caller) => [caller.name, caller] as const))('%s', (_name, caller) => {
    it.each([
      ['by name', ALL, (text: string) => `{ ${text} }`],
      ['by aliases', ALIASED, (text: string) => `{ ${text} }`],
      ['in inline fragments', ALL, (text: string, type: string) => `{ ... on ${type} { ... { ${text} } } }`],
    ] as const)('reads fields of every type %s', async (_form, selection, wrap) => {
      const prediction: Prediction = { data: {}, errors: [], calls: [] };
      for (const i of INDEXES) {
        const place = { typeName: `T${i}`, path: `/t${i}` };
        prediction.calls.push(`Query.t${i}`);
        prediction.data[`t${i}`] = predictObject(running, caller, { place, selection, prediction });
      }
      const text = INDEXES.map((i) => `t${i} ${wrap(printed(selection), `T${i}`)}`).join('\n');
      expect(await observe(running, caller, `{ ${text} }`)).toEqual(sorted(prediction));
    });

    it('reads members of an interface and of a union, in lists', async () => {
      const prediction: Prediction = { data: {}, errors: [], calls: ['Query.nodes', 'Query.anys'] };
      const predict = (i: number, path: string) =>
        predictObject(running, caller, { place: { typeName: `T${i}`, path }, selection: ALL, prediction });
      prediction.data['nodes'] = INDEXES.map((i) => {
        const place = { typeName: `T${i}`, path: `/nodes/${i}` };
        return predictObject(running, caller, { place, selection: new Map([['id', 'id']]), prediction });
      });
      prediction.data['anys'] = [
        INDEXES.map((i) => predict(i, `/anys/0/${i}`)),
        [],
        [predict(0, '/anys/2/0')],
      ];
      const spreads = INDEXES.map((i) => `...F${i}`).join(' ');
      const fragments = INDEXES.map((i) => `fragment F${i} on T${i} { ${printed(ALL)} }`).join('\n');
      const query = `{ nodes { id } anys { ${spreads} } } ${fragments}`;
      expect(await observe(running, caller, query)).toEqual(sorted(prediction));
    });

    it.each([
      ['query', 'Query', 'r'],
      ['mutation', 'Mutation', 'm'],
    ] as const)('begins a %s', async (operation, typeName, letter) => {
      const prediction: Prediction = { data: {}, errors: [], calls: [] };
      const events: PublishedEvent[] = [];
      const remove = running.executor.onPublish((event) => events.push(event));
      const published: unknown[] = [];
      for (const i of INDEXES) {
        const name = `${letter}${i}`;
        if (running.may(caller, typeName, name)) {
          prediction.calls.push(`${typeName}.${name}`);
          const place = { typeName: 'T11', path: `/${name}` };
          const value = predictObject(running, caller, { place, selection: ALL, prediction });
          prediction.data[name] = value;
          published.push(value);
        } else {
          prediction.data[name] = null;
          prediction.errors.push(`/${name}: Not Authorized to access ${name} on type ${typeName}`);
        }
      }
      const text = INDEXES.map((i) => `${letter}${i} { ${printed(ALL)} }`).join('\n');
      expect(await observe(running, caller, `${operation} { ${text} }`)).toEqual(sorted(prediction));
      remove();
      expect(events.map(({ value }) => value)).toEqual(operation === 'mutation' ? published : []);
    });

    it('starts subscriptions', async () => {
      for (const i of INDEXES) {
        const query = `subscription { s${i} { id } }`;
        const result = await running.executor.subscribe({
          query,
          variables: {},
          operationName: undefined,
          headers: {},
          caller: toCaller(caller),
          requestId: 'r',
        });
        expect([i, result.ok]).toEqual([i, running.may(caller, 'Subscription', `s${i}`)]);
        if (!result.ok) expect(result.errors).toMatchObject([{ errorType: 'Unauthorized' }]);
      }
    });

    it('gets of an event what both it and the caller of the mutation may read', async () => {
      const result = await running.executor.subscribe({
        query: `subscription { onChange { ${printed(ALL)} } }`,
        variables: {},
        operationName: undefined,
        headers: {},
        caller: toCaller(caller),
        requestId: 'r',
      });
      if (!result.ok) throw new Error(JSON.stringify(result.errors));
      for (const author of CALLERS) {
        const events: PublishedEvent[] = [];
        const remove = running.executor.onPublish((event) => events.push(event));
        await running.run(`mutation { change { ${printed(ALL)} } }`, { caller: toCaller(author) });
        remove();
        const seen = [...ALL.values()].map((name): [string, unknown] => {
          if (name === '__typename') return [name, 'T0'];
          const isOpen = [author, caller].every((one) => running.may(one, 'T0', name));
          return [name, isOpen ? `T0.${name}` : null];
        });
        const { data } = result.subscription.toPayload(events[0]?.value);
        expect([author.name, data]).toEqual([author.name, { onChange: Object.fromEntries(seen) }]);
      }
    });
  });
});

describe('where user pools are the only mode', () => {
  const sdl = `
    type Query {
      plain: String
      admins: String @aws_auth(cognito_groups: ["Admins"])
      either: String @aws_auth(cognito_groups: ["Admins", "Editors"])
      other: String @aws_cognito_user_pools(cognito_groups: ["Editors"])
    }`;
  const groups: Readonly<Record<string, readonly string[] | undefined>> = {
    plain: undefined,
    admins: ['Admins'],
    either: ['Admins', 'Editors'],
    other: ['Editors'],
  };
  const users = CALLERS.filter(({ mode }) => mode === 'AMAZON_COGNITO_USER_POOLS');

  it.each(
    users.flatMap((user) => (['ALLOW', 'DENY'] as const).map((action) => [user.name, action, user] as const)),
  )('%s reads under %s what @aws_auth opens', async (_name, defaultAction, user) => {
    const { run } = startTestApi({
      schema: sdl,
      resolvers: Object.keys(groups).map((name) => constant(`Query.${name}`, name)),
      api: {
        defaultAuthentication: 'AMAZON_COGNITO_USER_POOLS',
        authenticationProviders: [
          {
            type: 'AMAZON_COGNITO_USER_POOLS',
            userPoolId: 'p',
            region: 'us-east-1',
            defaultAction,
            appIdClientRegex: undefined,
          },
        ],
      },
    });
    const answer = await run('{ plain admins either other }', { caller: toCaller(user) });
    const expected = Object.entries(groups).map(([name, allowed]) => {
      const isOpen =
        allowed === undefined
          ? defaultAction === 'ALLOW'
          : allowed.some((group) => user.groups.includes(group));
      return [name, isOpen ? name : null] as const;
    });
    expect(answer.body.data).toEqual(Object.fromEntries(expected));
    const open = expected.flatMap(([name, value]) => (value === null ? [] : [`Query.${name}`]));
    expect(answer.trace.calls.map(({ resolver }) => resolver).toSorted()).toEqual(open.toSorted());
  });
});
