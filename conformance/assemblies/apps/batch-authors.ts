/** AWS sample "batch invoke": posts from one function; their authors and ratings in batches, errors included. */
import type { App } from 'aws-cdk-lib';
import { Stack } from 'aws-cdk-lib';
import { apiOf, attach, functionOf } from './api-parts.ts';

const SDL = `
type Author { id: ID!  name: String! }
type Post { id: ID!  authorId: ID!  author: Author  rating: Int  batchSize: Int }
type Query { posts(count: Int!): [Post!]! }
`;

const POSTS = `
exports.handler = async (event) =>
  Array.from({ length: event.arguments.count }, (_, at) => ({ id: 'p-' + at, authorId: 'a-' + (at % 2) }));
`;

/** One answer for each event, in order. */
const AUTHORS = `
exports.handler = async (events) => events.map(({ authorId }) => ({ id: authorId, name: 'Author ' + authorId }));
`;

/** The envelope of direct resolvers in batches: a datum or an error for each event. */
const RATINGS = `
exports.handler = async (events) => events.map(({ source }) =>
  source.id === 'p-1'
    ? { data: null, errorMessage: 'No rating for ' + source.id, errorType: 'NotRated' }
    : { data: Number(source.id.slice(2)) });
`;

const SIZE = `
exports.handler = async (events) => events.map(() => events.length);
`;

const AUTHOR_OF_SOURCE = `
export const request = (ctx) => ({ operation: 'BatchInvoke', payload: { authorId: ctx.source.authorId } });
export const response = (ctx) => ctx.result;
`;

export function batchAuthors(app: App): void {
  const stack = new Stack(app, 'BatchAuthors');
  const api = apiOf(stack, SDL);
  const sourceOf = (name: string, code: string) =>
    api.addLambdaDataSource(name, functionOf(stack, name, { code }));
  sourceOf('posts', POSTS).createResolver('Posts', { typeName: 'Query', fieldName: 'posts' });
  attach(sourceOf('authors', AUTHORS), 'Post.author', AUTHOR_OF_SOURCE, 10);
  attach(sourceOf('sizes', SIZE), 'Post.batchSize', AUTHOR_OF_SOURCE, 4);
  sourceOf('ratings', RATINGS).createResolver('Ratings', {
    typeName: 'Post',
    fieldName: 'rating',
    maxBatchSize: 10,
  });
}
