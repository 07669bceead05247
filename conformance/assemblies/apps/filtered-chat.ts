/** AWS sample "chat with enhanced filters": subscription resolvers choose the messages; leaving a room ends subscriptions. */
import type { App } from 'aws-cdk-lib';
import { Stack } from 'aws-cdk-lib';
import { apiOf, attach } from './api-parts.ts';

const SDL = `
enum Priority { LOW NORMAL HIGH }
type Message {
  room: ID!
  author: String!
  text: String!
  priority: Priority!
  length: Int!
  tags: [String!]!
}
type Departure { room: ID!  member: String! }
input MessageFilter { rooms: [ID!]  minLength: Int  author: String  anyTag: [String!] }
type Query { rooms: [ID!]! }
type Mutation {
  send(room: ID!, author: String!, text: String!, priority: Priority, tags: [String!]): Message!
  leave(room: ID!, member: String!): Departure!
}
type Subscription {
  onMessage(member: String!, filter: MessageFilter): Message @aws_subscribe(mutations: ["send"])
  onUrgent(room: ID!): Message @aws_subscribe(mutations: ["send"])
}
`;

const ROOMS = `
export const request = () => ({ payload: ['general', 'ops'] });
export const response = (ctx) => ctx.result;
`;

const SEND = `
export const request = ({ args }) => ({
  payload: { ...args, priority: args.priority ?? 'NORMAL', tags: args.tags ?? [], length: args.text.length },
});
export const response = (ctx) => ctx.result;
`;

/** The filter from the arguments, by AWS's own helper; blocked members may not listen at all. */
const ON_MESSAGE = `
import { extensions, util } from '@aws-appsync/utils';
export const request = (ctx) => {
  if (ctx.args.member === 'blocked') util.unauthorized();
  return { payload: null };
};
export const response = (ctx) => {
  const { filter, member } = ctx.args;
  const conditions = { author: { ne: member } };
  if (filter?.rooms) conditions.room = { in: filter.rooms };
  if (filter?.minLength) conditions.length = { ge: filter.minLength };
  if (filter?.author) conditions.author = { beginsWith: filter.author };
  if (filter?.anyTag) conditions.tags = { containsAny: filter.anyTag };
  extensions.setSubscriptionFilter(util.transform.toSubscriptionFilter(conditions));
  extensions.setSubscriptionInvalidationFilter(util.transform.toSubscriptionFilter({ member: { eq: member } }));
  return null;
};
`;

/** Groups of filters are alternatives. */
const ON_URGENT = `
import { extensions } from '@aws-appsync/utils';
export const request = () => ({ payload: null });
export const response = (ctx) => {
  const room = { fieldName: 'room', operator: 'eq', value: ctx.args.room };
  extensions.setSubscriptionFilter({
    filterGroup: [
      { filters: [room, { fieldName: 'priority', operator: 'eq', value: 'HIGH' }] },
      { filters: [room, { fieldName: 'text', operator: 'contains', value: '!!!' }] },
    ],
  });
  return null;
};
`;

const LEAVE = `
import { extensions } from '@aws-appsync/utils';
export const request = ({ args }) => ({ payload: args });
export const response = (ctx) => {
  extensions.invalidateSubscriptions({
    subscriptionField: 'onMessage',
    payload: { member: ctx.args.member },
  });
  return ctx.result;
};
`;

export function filteredChat(app: App): void {
  const stack = new Stack(app, 'FilteredChat');
  const source = apiOf(stack, SDL).addNoneDataSource('none');
  attach(source, 'Query.rooms', ROOMS);
  attach(source, 'Mutation.send', SEND);
  attach(source, 'Mutation.leave', LEAVE);
  attach(source, 'Subscription.onMessage', ON_MESSAGE);
  attach(source, 'Subscription.onUrgent', ON_URGENT);
}
