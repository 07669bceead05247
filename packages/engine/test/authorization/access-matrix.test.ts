/**
 * Every directive on types and on fields, alone and together, for every caller and every default mode: what a caller
 * may not read is null with AppSync's error, no resolver runs for it, and no event carries it.
 */
import { describe, expect, it } from 'vitest';
import type { PublishedEvent } from '../../src/execution/contract.ts';
import { hasResolver, INDEXES, startAccessMatrixApi } from './access-matrix-api.ts';
import type { AccessMatrixApi } from './access-matrix-api.ts';
import type { TestCaller } from './access-rules.ts';
import { CALLERS, MODES, toCaller } from './access-rules.ts';

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
  { may }: AccessMatrixApi,
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

async function observe(running: AccessMatrixApi, caller: TestCaller, query: string) {
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
  const running = startAccessMatrixApi(defaultMode);

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
