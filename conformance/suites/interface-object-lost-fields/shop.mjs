export const entities = {
  Film: (list) => list.map(({ id }) => ({ id, price: 7 })),
  Disc: (list) => list.map(({ id }) => ({ id, price: 8 })),
  Game: (list) => list.map(({ id }) => ({ id, players: 4 })),
};
