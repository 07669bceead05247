/** An API with every set of grants on a type, on a field, and on every field of the root types. */
import { constant, startTestApi } from '../../src/execution/testing/test-api.ts';
import type { AuthenticationType, ResolverModel } from '../../src/model/app-model.ts';
import type { TestCaller } from './access-rules.ts';
import { EVERYONE, GRANT_SETS, MODES, mayRead, toDirectives } from './access-rules.ts';

export const INDEXES = GRANT_SETS.map((_, index) => index);
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
export const hasResolver = (j: number): boolean => j % 2 === 0;
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

/** Runs the API; `may` tells what the rules let a caller read. */
export function startAccessMatrixApi(defaultMode: AuthenticationType) {
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

export type AccessMatrixApi = ReturnType<typeof startAccessMatrixApi>;
