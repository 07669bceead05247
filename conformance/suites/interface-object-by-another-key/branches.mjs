const shelves = { 1: 'A', 2: 'B' };
const of = ({ id }) => ({ id, shelf: shelves[id] });
const ofFilm = ({ reel, studio }) => ({ reel, studio, vault: `${studio.code}${reel}` });
export const resolvers = {
  Book: {
    copies: ({ city }, { id }) => 10 * id + (city?.length ?? 0),
    permit: ({ year }, { id }) => `${year}/${id}`,
  },
  Film: {
    showings: ({ hall }, { reel, studio }) => `${studio.code}${reel} in ${hall} of ${reel}`,
    permit: ({ year }, { reel, studio }) => `${year}/${studio.code}${reel}`,
  },
};
export const entities = { Book: (list) => list.map(of), Film: (list) => list.map(ofFilm) };
export const answersAsNamed = true;
