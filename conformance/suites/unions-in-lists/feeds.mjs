const photo = (id) => ({ __typename: 'Photo', id });
const story = (id, related = null) => ({ __typename: 'Story', id, related });
const ad = (text) => ({ __typename: 'Ad', text, sponsor: { name: 'S' + text.length } });
export const resolvers = {
  Query: {
    pages: () => [[photo('1'), story('2', [ad('buy'), photo('3')])], [], [null, ad('sell')]],
    top: () => story('4', [story('5', [photo('6')])]),
  },
};
export const entities = {
  Photo: async (list) => list.map(({ id }) => photo(id)),
  Story: async (list) => list.map(({ id }) => story(id)),
  Sponsor: async (list) => list,
};
