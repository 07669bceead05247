const site = (id) => ({ id });
const name = ({ upper }, { id }) => (upper ? 'SITE ' : 'Site ') + id;
const size = ({ from, to }) => to - from;
export const resolvers = {
  Query: {
    find: ({ where }) => ['1', '2'].map((id) => site(where.name + id)),
    south: ({ where: { area, height } }) => 1000 * size(area) + size(height),
  },
  Site: { name, lake: ({ range }) => (range ? size(range) : -1) },
};
export const entities = { Site: async (list) => list.map(({ id }) => site(id)) };
