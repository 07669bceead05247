import type { SubgraphShape } from '../shape.ts';

/** A shape with what makes translation hard: keys, requires, provides, arguments, unions with clashing fields. */
export const shopShape: SubgraphShape = {
  types: {
    Query: {
      kind: 'object',
      fields: {
        products: { type: '[Product!]!', arguments: { first: 'Int', where: 'Where' } },
        search: { type: '[Hit!]!' },
        count: { type: 'Int!' },
        featured: { type: 'Product', provides: 'maker { city }' },
      },
      keys: [],
      requires: {},
      supertypes: [],
    },
    Mutation: {
      kind: 'object',
      fields: { rename: { type: 'Product!', arguments: { id: 'ID!', name: 'String!' } } },
      keys: [],
      requires: {},
      supertypes: [],
    },
    Product: {
      kind: 'object',
      fields: {
        id: { type: 'ID!' },
        name: { type: 'String!' },
        price: { type: 'Money!' },
        label: { type: 'String', arguments: { locale: 'String' } },
        maker: { type: 'Maker' },
        related: { type: '[Product!]!' },
        weight: { type: 'Int', isExternal: true },
      },
      keys: ['id'],
      requires: { shipping: 'price { amount }' },
      supertypes: ['Hit', 'Node'],
    },
    Maker: {
      kind: 'object',
      fields: {
        code: { type: 'String!' },
        name: { type: 'String' },
        city: { type: 'String', isExternal: true },
      },
      keys: ['code'],
      requires: {},
      supertypes: ['Hit'],
    },
    Money: {
      kind: 'object',
      fields: { amount: { type: 'Int!' }, currency: { type: 'String!' } },
      keys: [],
      requires: {},
      supertypes: [],
    },
    Hit: { kind: 'abstract', members: ['Product', 'Maker'] },
  },
};
