/** Public entry `@tributary/cdk/bundle`: bundling without the weight of the CDK library. */
export { BUNDLED_HANDLER, bundleHandler, bundleHandlerSync, writeHandlerBundle } from './handler-bundle.ts';
export type { HandlerBundle, HandlerSource } from './handler-bundle.ts';
