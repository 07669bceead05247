const NAMES = { a: ['a/b', 'a/c'], 'a/b': ['a/b/d'] };
const depth = (path) => path.split('/').length;
const matches = (path, where) =>
  !where ||
  ((where.minDepth == null || depth(path) >= where.minDepth) &&
    (where.name == null || path.endsWith(where.name)) &&
    (where.and ?? []).every((one) => matches(path, one)) &&
    (where.or == null || where.or.some((one) => matches(path, one))));
const parentOf = (path) => (depth(path) === 1 ? null : path.split('/').slice(0, -1).join('/'));
const folder = (path, levels = 3) => ({
  path,
  parent: parentOf(path) === null || levels === 0 ? null : folder(parentOf(path), levels - 1),
  files:
    levels === 0
      ? []
      : [
          {
            name: 'x',
            in: folder(path, levels - 1),
            links: [{ name: 'y', in: folder('a', levels - 1), links: null }],
          },
        ],
});
export const resolvers = {
  Query: {
    tree: ({ where }) =>
      ['a', 'a/b', 'a/c', 'a/b/d'].filter((path) => matches(path, where)).map((path) => folder(path)),
  },
  Folder: {
    children: ({ where }, { path }) =>
      (NAMES[path] ?? []).filter((one) => matches(one, where)).map((one) => folder(one)),
  },
};
export const entities = { Folder: async (list) => list.map(({ path }) => folder(path)) };
