import type { Context } from '@aws-appsync/utils';

export function request() {
  return {};
}

/** The removed product; null if there was none. */
export function response(ctx: Context) {
  return ctx.stash.product ?? null;
}
