import { byKeys } from '@tributary/subgraph';

const team = (id) => ({ id, lead: { badge: 'b' + id } });
export const resolvers = { Query: { team: ({ id }) => team(id), teams: () => ['1', '2'].map(team) } };
export const entities = { Team: byKeys({ id: async (ids) => ids.map(team) }), Person: async (list) => list };
