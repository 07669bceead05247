// A module customization hook (runs on the loader's thread): finds the AWS SDK where the engine has it.

/** Packages that come with Lambda's Node.js runtimes. AWS Lambda developer guide, "Runtime-included SDK versions". */
const RUNTIME_PACKAGES = /^@(aws-sdk|smithy)\//;

let sdkParentUrl = '';

/** @param {{ sdkParentUrl: string }} data */
export function initialize(data) {
  sdkParentUrl = data.sdkParentUrl;
}

/** The function's own packages first, as on Lambda. */
export async function resolve(specifier, context, nextResolve) {
  if (!RUNTIME_PACKAGES.test(specifier)) return nextResolve(specifier, context);
  try {
    return await nextResolve(specifier, context);
  } catch {
    return nextResolve(specifier, { ...context, parentURL: sdkParentUrl });
  }
}
