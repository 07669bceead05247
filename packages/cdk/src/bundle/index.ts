/** Public entry `@tributary/cdk/bundle`: bundling without the weight of the CDK library. */
export { bundleHandler, formatBundleFailure, writeHandlerBundle } from './handler-bundle.ts';
export type { HandlerBundle, HandlerSource } from './handler-bundle.ts';
