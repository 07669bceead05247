/** Operations that the to-do API answers: what is mutated. */
export interface Operation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

export const QUERIES: readonly Operation[] = [
  { query: '{ todos { id title owner done } }', variables: {} },
  { query: 'query Todo($id: ID!) { todo(id: $id) { id title audit { note } } }', variables: { id: 't-1' } },
  {
    query:
      '{ a: todo(id: "t-1") { ...Parts } b: todo(id: 2) { ...Parts } } fragment Parts on Todo { id done }',
    variables: {},
  },
  {
    query: 'query ($with: Boolean = true) { todos { id audit @include(if: $with) { note } } }',
    variables: { with: false },
  },
  {
    query: '{ __schema { types { name kind fields { name args { name } type { name ofType { name } } } } } }',
    variables: {},
  },
  {
    query: '{ __type(name: "Todo") { fields(includeDeprecated: true) { name } } __typename }',
    variables: {},
  },
  {
    query: 'mutation Add($input: AddTodoInput!) { addTodo(input: $input) { id title owner } }',
    variables: { input: { title: 'fuzz', owner: 'me' } },
  },
  {
    query:
      'mutation { addTodo(input: { title: """block""", owner: null }) { id } finishTodo(id: "t-1") { done } }',
    variables: {},
  },
  { query: 'query A { __typename } query B { todos { id } }', variables: {} },
];

export const SUBSCRIPTIONS: readonly Operation[] = [
  { query: 'subscription { onAddTodo { id title owner } }', variables: {} },
  {
    query: 'subscription Mine($owner: String) { onAddTodo(owner: $owner) { id audit { note } } }',
    variables: { owner: 'me' },
  },
  { query: 'subscription { onUrgentTodo { id title } }', variables: {} },
];
