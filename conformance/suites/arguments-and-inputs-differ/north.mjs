const site = (id) => ({ id });
const name = ({ upper }, { id }) => (upper ? 'SITE ' : 'Site ') + id;
const size = ({ from, to }) => to - from;
export const resolvers = {
  Query: {
    find: ({ where, limit }) => ['1', '2', '3'].slice(0, limit ?? 2).map((id) => site(where.name + id)),
    north: ({ where: { area, height } }) => 100 * size(area) + size(height),
  },
  Site: {
    name,
    hill: ({ where }) =>
      (where ?? []).reduce((sum, { area, height }) => sum + 100 * size(area) + size(height), 0),
  },
};
export const entities = { Site: async (list) => list.map(({ id }) => site(id)) };
