/** Entry `@tributary/engine/testing`: what tests of resolvers need. */
export { testResolver } from './test-resolver.ts';
export type {
  HandlerOutcome,
  ResolverSource,
  TestContext,
  TestedResolver,
  TestResolverOptions,
} from './test-resolver.ts';
