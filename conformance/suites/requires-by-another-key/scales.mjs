const weights = { e7: 40, e8: 5 };
export const entities = { Item: (list) => list.map(({ ean }) => ({ ean, weight: weights[ean] })) };
