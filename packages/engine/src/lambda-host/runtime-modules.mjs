// What Lambda's runtime does to module loading, for the worker that it is called in.
import { readFileSync } from 'node:fs';
import Module, { createRequire, isBuiltin, register } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isInOpt, layerPlaces } from './layer-files.mjs';

/** Packages that come with Lambda's Node.js runtimes. AWS Lambda developer guide, "Runtime-included SDK versions". */
const RUNTIME_PACKAGES = /^@(aws-sdk|smithy)\//;

/**
 * Lets packages that the code does not have and modules below /opt resolve from layers, and `@aws-sdk/*` and `@smithy/*` from the engine's.
 * @param {{ layerDirectories: readonly string[], sdkResolveFrom?: string }} settings
 */
export function providePackages({ layerDirectories, sdkResolveFrom }) {
  const anchors = [
    ...layerDirectories.map((directory) => toAnchor(join(directory, 'nodejs'), '')),
    ...(sdkResolveFrom === undefined ? [] : [toAnchor(sdkResolveFrom, RUNTIME_PACKAGES.source)]),
  ];
  // The hook runs on a thread of its own, which costs 70 ms.
  if (anchors.length === 0) return;
  register('./package-resolve-hook.mjs', import.meta.url, { data: { anchors, layerDirectories } });
  const resolveFilename = Module._resolveFilename;
  Module._resolveFilename = function (request, ...rest) {
    try {
      return resolveFilename.call(this, request, ...rest);
    } catch (error) {
      const found = isPackage(request)
        ? resolveFromAnchors(anchors, request)
        : resolveInLayers(layerDirectories, request);
      if (found === undefined) throw error;
      return found;
    }
  };
}

/** @param {string} folder has `node_modules`, or an ancestor of it has @param {string} pattern of the packages that may come from there */
function toAnchor(folder, pattern) {
  return { url: pathToFileURL(join(folder, 'index.js')).href, pattern };
}

function resolveFromAnchors(anchors, request) {
  for (const { url, pattern } of anchors) {
    try {
      if (new RegExp(pattern).test(request)) return createRequire(url).resolve(request);
    } catch {
      // The next folder may have it.
    }
  }
  return undefined;
}

/** `/opt/nodejs/helper`, with or without its extension. */
function resolveInLayers(layerDirectories, request) {
  if (!isInOpt(request)) return undefined;
  for (const place of layerPlaces(request, layerDirectories)) {
    try {
      return createRequire(place).resolve(place);
    } catch {
      // The next layer may have it.
    }
  }
  return undefined;
}

function isPackage(request) {
  return !/^[./]/.test(request) && !isBuiltin(request);
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
