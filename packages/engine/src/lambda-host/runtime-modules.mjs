// What Lambda's runtime does to module loading, for the worker that it is called in.
import { readFileSync } from 'node:fs';
import Module, { createRequire, register } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const RUNTIME_PACKAGES = /^@(aws-sdk|smithy)\//;

/**
 * Lets `@aws-sdk/*` and `@smithy/*` resolve from `sdkResolveFrom` when the code has no such package.
 * @param {string} sdkResolveFrom a folder
 */
export function provideSdk(sdkResolveFrom) {
  const sdkAnchor = join(sdkResolveFrom, 'index.js');
  register('./sdk-resolve-hook.mjs', import.meta.url, {
    data: { sdkParentUrl: pathToFileURL(sdkAnchor).href },
  });
  const requireFromSdk = createRequire(sdkAnchor);
  const resolveFilename = Module._resolveFilename;
  Module._resolveFilename = function (request, ...rest) {
    try {
      return resolveFilename.call(this, request, ...rest);
    } catch (error) {
      if (RUNTIME_PACKAGES.test(request)) return requireFromSdk.resolve(request);
      throw error;
    }
  };
}

/**
 * Loads a `.js` file as CommonJS whatever package.json lies above the code folder: on Lambda there is none.
 * @param {string} file
 */
export function requireAsCommonJs(file) {
  const loadScript = Module._extensions['.js'];
  Module._extensions['.js'] = (module, filename) => {
    if (filename !== file) return loadScript(module, filename);
    return module._compile(readFileSync(filename, 'utf8'), filename);
  };
  return createRequire(file)(file);
}
