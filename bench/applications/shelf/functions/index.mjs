// Two Lambda functions without dependencies: what they cost is the invocation.

const AUTHORS = 12;

/** @param {{ count: number }} event */
export const books = async ({ count }) =>
  Array.from({ length: count }, (_, at) => ({
    id: `b-${at}`,
    title: `Title ${at}`,
    pages: 100 + ((at * 37) % 400),
    authorId: `a-${at % AUTHORS}`,
  }));

/** BatchInvoke: one answer for each event, in order. @param {{ authorId: string }[]} events */
export const authors = async (events) =>
  events.map(({ authorId }) => ({ id: authorId, name: `Author ${authorId}` }));
