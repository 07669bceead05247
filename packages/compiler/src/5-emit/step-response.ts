/** What a step does with the answer. Needs `collect`, `copyFields`, IS_ENVELOPE and IS_PRESENT. */

const FOUND = `      const slot = ctx.stash.slots[at][index];
      const found = slot === -1 ? null : fetched[slot];
`;

/**
 * @param around - puts `found`, what was fetched of `entity` at `at` and `index`, before statements that look at it
 * @param more - further arguments of `copyFields`
 */
export function stepResponse(
  around: (statements: string) => string = (statements) => FOUND + statements,
  more = '',
): string {
  return `
export function response(ctx) {
  if (ctx.error) {
    util.appendError(ctx.error.message, ctx.error.type);
    return { isSkipped: true };
  }
  const answer = isEnvelope(ctx.result) ? ctx.result : { data: ctx.result };
  if (typeof answer.errorMessage === 'string') {
    util.appendError(answer.errorMessage, answer.errorType, null, answer.errorInfo);
    return { isSkipped: true };
  }
  appendErrors(answer.errors);
  const fetched = answer.data ? answer.data : [];
  ctx.stash.places.forEach((place, at) => {
    collect(ctx, place).forEach((entity, index) => {
${around(`      if (isPresent(found)) {
        if (typeof found.errorMessage === 'string' && isEnvelope(found)) {
          util.appendError(found.errorMessage, found.errorType, null, found.errorInfo);
        } else if (isPresent(found.errors) && isEnvelope(found)) {
          appendErrors(found.errors);
          if (isPresent(found.data)) {
            copyFields(entity, found.data${more});
          }
        } else {
          copyFields(entity, found${more});
        }
      }
`)}    });
  });
  return { isSkipped: false };
}
`;
}

export const ALONG_COPY = `  // What came along is under name and arguments.
  Object.keys(found)
    .filter((name) => name.endsWith(')'))
    .forEach((name) => {
      entity[name] = found[name];
    });
`;
